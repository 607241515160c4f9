package io.minsheng.evaluation.process;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Verdicts;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Not adopted, by conclusion or decision: ends with the reason that was noted; the author learns it with the answer. */
@Singleton
public class DeclineCase implements Step {

    private final Proposals proposals;
    private final Verdicts verdicts;
    private final MoveCase moveCase;

    DeclineCase(Proposals proposals, Verdicts verdicts, MoveCase moveCase) {
        this.proposals = proposals;
        this.verdicts = verdicts;
        this.moveCase = moveCase;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        if (proposal.disposition() == Disposition.NOT_ADOPTED) {
            return;
        }
        String reason = verdicts.of(proposal).orElseThrow().reason();
        moveCase.end(Disposition.NOT_ADOPTED, reason, proposal, new Note("经研究，您的建议本次未纳入，理由见答复。", "未纳入：" + reason),
                Actor.SYSTEM);
    }
}
