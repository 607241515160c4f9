package io.minsheng.proposal;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/**
 * Hands a question that was sent and did not arrive to a person, who calls or writes; the author's clock stands until then
 * (domain: a question's clock starts when it was delivered). Joins the caller's transaction.
 */
@ApplicationScoped
public class HaveQuestionTold {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final Processes processes;
    private final Timeline timeline;

    HaveQuestionTold(Proposals proposals, SupplementRequests requests, Processes processes, Timeline timeline) {
        this.proposals = proposals;
        this.requests = requests;
        this.processes = processes;
        this.timeline = timeline;
    }

    /** At once; for a case that stands still within another one, when it is taken out. */
    public void byHand(Proposal proposal, SupplementRequest open) {
        // who takes the case out at the same moment would not know of it, nor this of that, and nobody would tell
        proposals.hold(proposal);
        open.leaveUntold();
        requests.flush();
        // a case that waits under an older model goes on waiting
        if (!proposal.merged()
                && processes.deliverIfAwaited(MessageName.QUESTION_UNDELIVERABLE, proposal.caseNumber(), Map.of())) {
            open.stopClock();
            timeline.add(proposal, Note.forAuthor("我们发给您的问题没有送到，工作人员会打电话或写信告知您，答复期限从告知之日起重新计算。"), Actor.SYSTEM);
        }
    }
}
