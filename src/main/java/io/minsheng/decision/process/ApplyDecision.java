package io.minsheng.decision.process;

import jakarta.inject.Singleton;

import io.minsheng.decision.CandidateItem;
import io.minsheng.decision.Candidates;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Verdicts;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** What was decided about the item becomes the way of the case; a reason is noted for the steps that end it. */
@Singleton
class ApplyDecision implements Step {

    private final Proposals proposals;
    private final Candidates candidates;
    private final Verdicts verdicts;

    ApplyDecision(Proposals proposals, Candidates candidates, Verdicts verdicts) {
        this.proposals = proposals;
        this.candidates = candidates;
        this.verdicts = verdicts;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        CandidateItem item = candidates.findById(proposal.candidateItem());
        if (item.result().needsReason()) {
            verdicts.note(proposal, item.resultReason(), null, Actor.SYSTEM);
        }
        token.set("decisionResult", item.result().name());
    }
}
