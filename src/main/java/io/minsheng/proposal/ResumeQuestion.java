package io.minsheng.proposal;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/** A case that was taken out of another one may wait for its author: what happened to the question meanwhile counts now. */
@ApplicationScoped
class ResumeQuestion {

    private final SupplementRequests requests;
    private final Supplements supplements;
    private final HaveQuestionTold haveQuestionTold;
    private final Processes processes;

    ResumeQuestion(SupplementRequests requests, Supplements supplements, HaveQuestionTold haveQuestionTold,
            Processes processes) {
        this.requests = requests;
        this.supplements = supplements;
        this.haveQuestionTold = haveQuestionTold;
        this.processes = processes;
    }

    void of(Proposal member, Merging merging) {
        if (member.stage() == Stage.AWAITING_SUPPLEMENT) {
            requests.openOf(member).ifPresent(open -> resume(member, open, merging));
        }
    }

    private void resume(Proposal member, SupplementRequest open, Merging merging) {
        if (supplements.answersSince(open, merging.mergedAt())) {
            // nobody is asked again what was answered while the case stood still
            processes.deliver(MessageName.SUPPLEMENT, member.caseNumber(), Map.of());
        } else if (open.untold()) {
            haveQuestionTold.byHand(member, open);
        }
    }
}
