package io.minsheng.triage.process;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.triage.Referrals;
import io.minsheng.triage.TriageRuling;
import io.minsheng.triage.TriageRulings;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** No suggestion for this call: the case ends as referred; the author learns to whom with the answer. */
@Singleton
public class ReferCase implements Step {

    private final Proposals proposals;
    private final TriageRulings rulings;
    private final Referrals referrals;
    private final MoveCase moveCase;

    ReferCase(Proposals proposals, TriageRulings rulings, Referrals referrals, MoveCase moveCase) {
        this.proposals = proposals;
        this.rulings = rulings;
        this.referrals = referrals;
        this.moveCase = moveCase;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        if (proposal.disposition() == Disposition.REFERRED) {
            return;
        }
        TriageRuling ruling = rulings.latestOf(proposal);
        String office = referrals.find(ruling.referredTo()).map(Referrals.Office::name).orElse(ruling.referredTo());
        moveCase.end(Disposition.REFERRED, ruling.explanation(), proposal,
                new Note("您反映的事项已转" + office + "办理，说明见答复。", "已转办：" + office), Actor.SYSTEM);
    }
}
