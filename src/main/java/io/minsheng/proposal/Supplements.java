package io.minsheng.proposal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What authors added. */
@ApplicationScoped
public class Supplements implements PanacheRepositoryBase<Supplement, String> {

    public List<Supplement> of(Proposal proposal) {
        return list("proposalId = ?1 order by receivedAt, id", proposal.id());
    }

    /** What the authors of several cases added, oldest first. */
    public List<Supplement> ofAll(Collection<String> proposalIds) {
        return proposalIds.isEmpty() ? List.of() : list("proposalId in ?1 order by receivedAt, id", proposalIds);
    }

    /** Whether the question was answered at that time or later. */
    boolean answersSince(SupplementRequest question, Instant since) {
        return count("requestId = ?1 and receivedAt >= ?2", question.id(), since) > 0;
    }
}
