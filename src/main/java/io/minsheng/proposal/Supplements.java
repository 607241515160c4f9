package io.minsheng.proposal;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What authors added. */
@ApplicationScoped
public class Supplements implements PanacheRepositoryBase<Supplement, String> {

    public List<Supplement> of(Proposal proposal) {
        return list("proposalId = ?1 order by receivedAt, id", proposal.id());
    }
}
