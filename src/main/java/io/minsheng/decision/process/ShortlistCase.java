package io.minsheng.decision.process;

import jakarta.inject.Singleton;

import io.minsheng.decision.BeginRound;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The case is a candidate; if no list is open, a round begins. */
@Singleton
class ShortlistCase implements Step {

    private final Proposals proposals;
    private final MoveCase moveCase;
    private final BeginRound beginRound;

    ShortlistCase(Proposals proposals, MoveCase moveCase, BeginRound beginRound) {
        this.proposals = proposals;
        this.moveCase = moveCase;
        this.beginRound = beginRound;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        if (proposal.stage() != Stage.SHORTLISTED) {
            moveCase.to(Stage.SHORTLISTED, proposal, Note.forAuthor("您的建议已列入备选事项，将随备选名单报请研究。"), Actor.SYSTEM);
        }
        proposals.flush();
        beginRound.ifNeeded(proposal.campaign());
    }
}
