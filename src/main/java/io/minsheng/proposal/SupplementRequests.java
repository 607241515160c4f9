package io.minsheng.proposal;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Questions to authors. */
@ApplicationScoped
public class SupplementRequests implements PanacheRepositoryBase<SupplementRequest, String> {

    /** Writes a question down; the process asks it. */
    public SupplementRequest prepare(Proposal proposal, String question, int workingDays, String askedBy, Instant at) {
        SupplementRequest request = new SupplementRequest(proposal, question, workingDays, askedBy, at);
        persist(request);
        return request;
    }

    /** The question that waits for an answer. */
    public Optional<SupplementRequest> openOf(Proposal proposal) {
        return find("proposalId = ?1 and closedAt is null order by askedAt desc, id desc", proposal.id())
                .firstResultOptional();
    }
}
