package io.minsheng.evaluation;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The rounds of evaluation. */
@ApplicationScoped
public class Rounds implements PanacheRepositoryBase<Round, String> {

    /** All rounds of a case, first to last. */
    public List<Round> of(Proposal proposal) {
        return list("proposalId = ?1 order by number", proposal.id());
    }

    public Optional<Round> latestOf(Proposal proposal) {
        return find("proposalId = ?1 order by number desc", proposal.id()).firstResultOptional();
    }

    Optional<Round> runningOf(Proposal proposal) {
        return latestOf(proposal).filter(each -> each.endedAt() == null);
    }
}
