package io.minsheng.evaluation.process;

import jakarta.inject.Singleton;

import io.minsheng.evaluation.EndRound;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The lead said that it is not its business: the round ends, opinions already given stay, triage assigns anew. */
@Singleton
public class ReturnToTriage implements Step {

    private final Proposals proposals;
    private final EndRound endRound;
    private final MoveCase moveCase;

    ReturnToTriage(Proposals proposals, EndRound endRound, MoveCase moveCase) {
        this.proposals = proposals;
        this.endRound = endRound;
        this.moveCase = moveCase;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        endRound.of(proposal);
        if (proposal.stage() != Stage.TRIAGE) {
            moveCase.to(Stage.TRIAGE, proposal, new Note("正在重新确定研究您建议的部门。", "牵头单位退回，重新分类整理。"), Actor.SYSTEM);
        }
        token.set("evaluationResult", "RETURNED");
    }
}
