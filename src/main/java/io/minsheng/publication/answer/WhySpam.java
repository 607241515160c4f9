package io.minsheng.publication.answer;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;
import io.minsheng.triage.RejectionReason;
import io.minsheng.triage.TriageRulings;

/** Whether triage rejected a case as spam: nobody is owed an answer to that. */
@ApplicationScoped
class WhySpam {

    private final TriageRulings rulings;

    WhySpam(TriageRulings rulings) {
        this.rulings = rulings;
    }

    boolean isSpam(Proposal proposal) {
        return rulings.latestOf(proposal).reasonCode() == RejectionReason.SPAM;
    }
}
