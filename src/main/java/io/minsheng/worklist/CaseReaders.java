package io.minsheng.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateData;

/**
 * Who has a case open right now, so that two do not do the same at once. A page says so when it is opened and then every
 * minute; whoever was silent for three minutes is gone. The office sees everybody who works on cases, a department its own
 * people.
 */
@ApplicationScoped
public class CaseReaders {

    private static final Duration PRESENT = Duration.ofMinutes(3);
    private static final Duration KEPT = Duration.ofHours(1);

    private final EntityManager entities;
    private final InstantSource clock;

    CaseReaders(EntityManager entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Somebody, and when the page last said so. */
    @TemplateData
    public record Reader(String username, String name, Instant seenAt) {
    }

    /** The person has the case open. Leaders only read, so nobody need wait for them. */
    public void opened(String caseNumber, Actor actor) {
        if (!works(actor)) {
            return;
        }
        Instant now = clock.instant();
        try {
            QuarkusTransaction.requiringNew().run(() -> write(caseNumber, actor.username(), now));
        } catch (PersistenceException sameMomentInAnotherWindow) {
            // the other window has written it
        }
    }

    private void write(String caseNumber, String username, Instant now) {
        int known = entities.createQuery(
                "update CaseReader r set r.seenAt = :now where r.caseNumber = :case and r.username = :who")
                .setParameter("now", now).setParameter("case", caseNumber).setParameter("who", username).executeUpdate();
        if (known == 0) {
            entities.createQuery("delete from CaseReader r where r.seenAt < :old").setParameter("old", now.minus(KEPT))
                    .executeUpdate();
            entities.persist(new CaseReader(caseNumber, username, now));
            entities.flush();
        }
    }

    /** The others who have it open, by name. */
    @Transactional
    public List<Reader> others(String caseNumber, Actor actor) {
        return others(List.of(caseNumber), actor).getOrDefault(caseNumber, List.of());
    }

    /** The same for many cases, by number; one statement. */
    @Transactional
    public Map<String, List<Reader>> others(Collection<String> caseNumbers, Actor actor) {
        if (caseNumbers.isEmpty() || !works(actor)) {
            return Map.of();
        }
        boolean office = actor.hasAny(Role.TRIAGE, Role.CHIEF);
        TypedQuery<Object[]> query = entities.createQuery("""
                select r.caseNumber, a.username, a.displayName, r.seenAt from CaseReader r, Account a
                where a.username = r.username and r.caseNumber in :cases and r.seenAt > :since and a.username <> :own"""
                + (office ? "" : " and a.organisation = :organisation") + " order by a.displayName, a.username", Object[].class)
                .setParameter("cases", caseNumbers).setParameter("since", clock.instant().minus(PRESENT))
                .setParameter("own", actor.username());
        if (!office) {
            query.setParameter("organisation", actor.organisation());
        }
        Map<String, List<Reader>> readers = new HashMap<>();
        query.getResultList().forEach(row -> readers.computeIfAbsent((String) row[0], each -> new ArrayList<>())
                .add(new Reader((String) row[1], (String) row[2], (Instant) row[3])));
        return readers;
    }

    private static boolean works(Actor actor) {
        return actor.hasAny(Role.TRIAGE, Role.CHIEF)
                || actor.hasAny(Role.DEPARTMENT, Role.REGISTRAR) && actor.organisation() != null;
    }
}
