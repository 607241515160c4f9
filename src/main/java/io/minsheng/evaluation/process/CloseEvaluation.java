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

/** The lead has submitted and every assistant has submitted, returned or been waived: the office weighs the opinions. */
@Singleton
public class CloseEvaluation implements Step {

    private final Proposals proposals;
    private final EndRound endRound;
    private final MoveCase moveCase;

    CloseEvaluation(Proposals proposals, EndRound endRound, MoveCase moveCase) {
        this.proposals = proposals;
        this.endRound = endRound;
        this.moveCase = moveCase;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        endRound.of(proposal);
        if (proposal.stage() != Stage.CONCLUSION) {
            moveCase.to(Stage.CONCLUSION, proposal, Note.forAuthor("有关部门已提交意见，正在综合研究。"), Actor.SYSTEM);
        }
        token.set("evaluationResult", "COMPLETE");
    }
}
