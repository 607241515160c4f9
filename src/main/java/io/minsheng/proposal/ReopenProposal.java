package io.minsheng.proposal;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;

/**
 * Handles a case once more, since its author was not content with the answer: what the office weighed is weighed again, what
 * triage sent away is triaged again, what was adopted or follows another case gets a new answer only. Numbers, words, answers
 * and time line stay.
 */
@ApplicationScoped
public class ReopenProposal {

    private final MoveCase moveCase;
    private final Processes processes;

    ReopenProposal(MoveCase moveCase, Processes processes) {
        this.moveCase = moveCase;
        this.processes = processes;
    }

    /**
     * Reopens the case. Joins the caller's transaction.
     *
     * @throws Refusal 409 when it has not ended, or was withdrawn
     */
    public void reopen(Proposal proposal, Actor by) {
        Stage again = proposal.disposition() == null ? null : proposal.disposition().reopensAt();
        moveCase.reopen(proposal, Note.forAuthor(again == null ? "您对答复不满意，我们正在重新研究，会再次答复您。" : "您对答复不满意，我们正在重新办理您的建议。"),
                by);
        // the author has answered already: nobody need deliver the old answer any more
        processes.cancelAll(proposal.caseNumber(), "重新办理", ProcessKey.PROPOSAL, ProcessKey.MERGED, ProcessKey.ANSWER);
        proposal.handledBy(processes.startBy(MessageName.REOPENED, proposal.caseNumber(),
                Map.of("caseNumber", proposal.caseNumber(), "campaign", proposal.campaign(), "restartAt",
                        again == null ? "ANSWER" : again.name())));
    }
}
