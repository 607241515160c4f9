package io.minsheng.decision.process;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The list with this case is frozen: the case waits for the district's decision. */
@Singleton
class AwaitDecision implements Step {

    private final Proposals proposals;
    private final MoveCase moveCase;

    AwaitDecision(Proposals proposals, MoveCase moveCase) {
        this.proposals = proposals;
        this.moveCase = moveCase;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        if (proposal.stage() != Stage.DECISION) {
            moveCase.to(Stage.DECISION, proposal, Note.forAuthor("备选名单已确定，报请区委、区政府研究。"), Actor.SYSTEM);
        }
    }
}
