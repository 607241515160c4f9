package io.minsheng.decision;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CandidateItem.Plan;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Target;

/** What a new candidate starts from: the case's words and what its last evaluation found. People change it on the board. */
@ApplicationScoped
class FirstPlan {

    private final LatestEvaluations evaluations;

    FirstPlan(LatestEvaluations evaluations) {
        this.evaluations = evaluations;
    }

    Plan of(Proposal proposal) {
        String title = proposal.publicTitle() == null ? proposal.title() : proposal.publicTitle();
        return new Plan(title, evaluations.target(proposal).orElse(target(proposal.target())), evaluations.leads(proposal),
                evaluations.assists(proposal), proposal.target().due() == null ? null : proposal.target().due().toString());
    }

    private static String target(Target target) {
        if (target.text() != null) {
            return target.text();
        }
        if (target.indicator() == null) {
            return null;
        }
        String value = target.value() == null ? "" : target.value() + (target.unit() == null ? "" : target.unit());
        return target.indicator() + value;
    }
}
