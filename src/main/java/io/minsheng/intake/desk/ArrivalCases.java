package io.minsheng.intake.desk;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Which cases have come of which arrivals. */
@ApplicationScoped
class ArrivalCases implements PanacheRepositoryBase<ArrivalCase, String> {

    Optional<ArrivalCase> of(Proposal proposal) {
        return find("from ArrivalCase c join fetch c.arrival where c.proposalId = ?1", proposal.id()).firstResultOptional();
    }

    /** All cases of an arrival, in the order in which they were entered. */
    List<Proposal> cases(DeskArrival arrival) {
        return getEntityManager()
                .createQuery("select p from ArrivalCase c join Proposal p on p.id = c.proposalId where c.arrival = ?1"
                        + " order by c.position", Proposal.class)
                .setParameter(1, arrival).getResultList();
    }

    /** A case of an arrival, for lists. */
    record Brief(String arrival, String proposal, String caseNumber, String title, boolean late) {
    }

    List<Brief> briefs(List<DeskArrival> arrivals) {
        return arrivals.isEmpty() ? List.of()
                : getEntityManager()
                        .createQuery("select new " + Brief.class.getName()
                                + "(c.arrival.id, p.id, p.caseNumber, p.title, p.late) from ArrivalCase c"
                                + " join Proposal p on p.id = c.proposalId where c.arrival in ?1 order by c.position",
                                Brief.class)
                        .setParameter(1, arrivals).getResultList();
    }
}
