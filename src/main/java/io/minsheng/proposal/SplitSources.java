package io.minsheng.proposal;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The originals of split cases. */
@ApplicationScoped
public class SplitSources implements PanacheRepositoryBase<SplitSource, String> {

    public List<SplitSource> of(Proposal proposal) {
        return list("proposalId = ?1 order by splitAt, id", proposal.id());
    }

    /** Numbers of the further cases made from this one. */
    public List<String> partsOf(Proposal proposal) {
        return getEntityManager()
                .createQuery("select p.caseNumber from Proposal p where p.splitFrom = ?1 order by p.id", String.class)
                .setParameter(1, proposal).getResultList();
    }
}
