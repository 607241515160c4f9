package io.minsheng.tracking;

import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.identity.Organisations;
import io.minsheng.implementation.Project;
import io.minsheng.implementation.ReadProgress;
import io.minsheng.proposal.Proposal;
import io.minsheng.publication.PublicAnswer;
import io.minsheng.publication.PublicProject;

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
        return new TrackedCase.Outcome(
                answers.of(proposal).map(each -> new TrackedCase.Answer(each.text(), each.at())).orElse(null),
                projects.of(proposal).map(this::project).orElse(null));
    }

    private TrackedCase.Project project(Project project) {
        return new TrackedCase.Project(project.id(), project.title(), project.target(),
                project.leads().stream().map(organisations::shortName).collect(Collectors.joining("、")), project.due(),
                readProgress.of(project).newest());
    }
}
