package io.minsheng.identity;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.time.Shanghai;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who stands in for whom. */
@ApplicationScoped
public class StandIns implements PanacheRepositoryBase<StandIn, String> {

    private static final int MOST = 100;

    private final InstantSource clock;

    StandIns(InstantSource clock) {
        this.clock = clock;
    }

    /** The accounts in use for which a person stands in today. */
    List<Account> absentFor(String standIn) {
        return getEntityManager().createQuery("""
                select a from Account a, StandIn s where s.standIn = :standIn and a.username = s.absent and a.active = true
                and s.endedAt is null and s.fromDay <= :today and s.toDay >= :today""", Account.class)
                .setParameter("standIn", standIn).setParameter("today", today()).getResultList();
    }

    /** Whether somebody is away on one of these days, as far as it is known. */
    boolean isAway(String username, LocalDate from, LocalDate to) {
        return count("absent = ?1 and endedAt is null and fromDay <= ?3 and toDay >= ?2", username, from, to) > 0;
    }

    /** Of some, those that go on or are to come and whose stand-in is away as well on one of the days. */
    Set<String> uncovered(Collection<String> ids) {
        return ids.isEmpty() ? Set.of()
                : Set.copyOf(getEntityManager().createQuery("""
                        select distinct s.id from StandIn s, StandIn other where s.id in :ids and other.absent = s.standIn
                        and s.endedAt is null and other.endedAt is null and s.toDay >= :today and other.toDay >= :today
                        and other.fromDay <= s.toDay and other.toDay >= s.fromDay""", String.class)
                        .setParameter("ids", ids).setParameter("today", today()).getResultList());
    }

    /** Those that concern a person, the latest first. */
    List<StandIn> about(String username) {
        return find("absent = ?1 or standIn = ?1 order by fromDay desc, id desc", username).page(0, MOST).list();
    }

    /** Everybody's that are or will be of effect, the first to begin first. */
    List<StandIn> open() {
        return find("endedAt is null and toDay >= ?1 order by fromDay, id", today()).page(0, MOST).list();
    }

    LocalDate today() {
        return Shanghai.date(clock.instant());
    }
}
