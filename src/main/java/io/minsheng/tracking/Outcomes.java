package io.minsheng.tracking;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.identity.Organisations;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.ProjectProgress;
import io.minsheng.implementation.ReadProgress;
import io.minsheng.proposal.Proposal;
import io.minsheng.publication.PublicProject;
import io.minsheng.publication.answer.PublicAnswer;
import io.minsheng.publication.answer.Rating;

/** What came of a case, as far as it is public: the released answer, the published project. */
@Singleton
class Outcomes {

    private final PublicAnswer answers;
    private final PublicProject projects;
    private final ReadProgress readProgress;
    private final Organisations organisations;

    Outcomes(PublicAnswer answers, PublicProject projects, ReadProgress readProgress, Organisations organisations) {
        this.answers = answers;
        this.projects = projects;
        this.readProgress = readProgress;
        this.organisations = organisations;
    }

    TrackedCase.Outcome of(Proposal proposal) {
        List<TrackedCase.Answer> released = answers.of(proposal).stream().map(Outcomes::answer).toList();
        return new TrackedCase.Outcome(released.isEmpty() ? null : released.get(0), released.stream().skip(1).toList(),
                projects.of(proposal).map(this::project).orElse(null));
    }

    /** For those who support the case: the answer without what its author thinks of it. */
    TrackedCase.Outcome publicOf(Proposal proposal) {
        return new TrackedCase.Outcome(
                answers.of(proposal).stream().findFirst()
                        .map(each -> new TrackedCase.Answer(each.text(), each.at(), null, false))
                        .orElse(null),
                List.of(), projects.of(proposal).map(this::project).orElse(null));
    }

    private static TrackedCase.Answer answer(PublicAnswer.Released released) {
        Rating rating = released.rating();
        return new TrackedCase.Answer(released.text(), released.at(),
                rating == null ? null : new TrackedCase.Rated(rating.satisfaction(), rating.words(), rating.ratedAt()),
                released.mayBeRated());
    }

    private TrackedCase.Project project(Project project) {
        ProjectProgress progress = readProgress.of(project);
        return new TrackedCase.Project(project.id(), project.title(), project.target(),
                project.leads().stream().map(organisations::shortName).collect(Collectors.joining("、")), project.due(),
                progress.newest(), progress.photo());
    }
}
