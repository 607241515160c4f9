package io.minsheng.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.evaluation.Opinions;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.view.ViewCase;
import io.minsheng.proposal.view.ViewSupports;
import io.minsheng.supervision.ViewSupervision;

/** Opens one case with all that has been written about it. */
@ApplicationScoped
public class OpenCase {

    private final ViewCase viewCase;
    private final OpenTasksOfCase tasks;
    private final Opinions opinions;
    private final AnswersOfCase answers;
    private final ViewSupervision supervisions;
    private final ViewSupports viewSupports;

    OpenCase(ViewCase viewCase, OpenTasksOfCase tasks, Opinions opinions, AnswersOfCase answers,
            ViewSupervision supervisions, ViewSupports viewSupports) {
        this.viewCase = viewCase;
        this.tasks = tasks;
        this.opinions = opinions;
        this.answers = answers;
        this.supervisions = supervisions;
        this.viewSupports = viewSupports;
    }

    /**
     * The case as this person may see it.
     *
     * @throws Refusal 404 unknown or not theirs
     */
    @Transactional
    public CaseFile open(String caseNumber, Actor actor) {
        return new CaseFile(viewCase.view(caseNumber, actor), tasks.seenBy(caseNumber, actor),
                opinions.of(caseNumber, actor), answers.seenBy(caseNumber, actor),
                supervisions.ofCase(caseNumber, actor), viewSupports.of(caseNumber, actor));
    }
}
