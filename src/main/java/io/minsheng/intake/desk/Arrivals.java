package io.minsheng.intake.desk;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The register of what came to the desks. */
@ApplicationScoped
class Arrivals implements PanacheRepositoryBase<DeskArrival, String> {

    /** The newest that somebody has entered since a moment. */
    Optional<DeskArrival> lastBy(String username, Instant since) {
        return find("enteredBy = ?1 and enteredAt >= ?2 order by enteredAt desc, id desc", username, since)
                .firstResultOptional();
    }

    /** Holds everybody else off it until the transaction ends. */
    void hold(DeskArrival arrival) {
        getEntityManager().lock(arrival, LockModeType.PESSIMISTIC_WRITE);
    }
}
