package io.minsheng.triage.process;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.triage.TriageRuling;
import io.minsheng.triage.TriageRulings;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** Not taken up: the case ends as rejected; the author learns why with the answer. */
@Singleton
public class RejectCase implements Step {

    private final Proposals proposals;
    private final TriageRulings rulings;
    private final MoveCase moveCase;

    RejectCase(Proposals proposals, TriageRulings rulings, MoveCase moveCase) {
        this.proposals = proposals;
        this.rulings = rulings;
        this.moveCase = moveCase;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        if (proposal.disposition() == Disposition.REJECTED) {
            return;
        }
        TriageRuling ruling = rulings.latestOf(proposal);
        moveCase.end(Disposition.REJECTED, ruling.explanation(), proposal,
                new Note("这条建议不予受理，理由见答复。", "不予受理：" + ruling.reasonCode().label()), Actor.SYSTEM);
    }
}
