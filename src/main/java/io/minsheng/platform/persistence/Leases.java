package io.minsheng.platform.persistence;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Work that only one of the equal nodes may do at a time, by a row with an end. The clock is the database's, which all nodes
 * share; a node that dies holds its lease until it runs out. Each call is a short transaction of its own.
 */
@ApplicationScoped
public class Leases {

    private final EntityManager entities;

    Leases(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Takes the lease if it is free, run out or already the holder's; then it is held for {@code length} from now.
     *
     * @param holder name of the node (at most 80 characters)
     * @return whether the holder has it now
     */
    public boolean tryAcquire(String name, String holder, Duration length) {
        return QuarkusTransaction.requiringNew().call(() -> renewed(name, holder, length)) || inserted(name, holder, length);
    }

    /** Gives the lease back early; does nothing if somebody else has it. */
    public void release(String name, String holder) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("DELETE FROM lease WHERE name = :name AND holder = :holder")
                        .setParameter("name", name).setParameter("holder", holder).executeUpdate());
    }

    private boolean renewed(String name, String holder, Duration length) {
        Instant now = now();
        return entities.createNativeQuery("UPDATE lease SET holder = :holder, expires_at = :until"
                + " WHERE name = :name AND (holder = :holder OR expires_at < :now)")
                .setParameter("holder", holder).setParameter("until", now.plus(length))
                .setParameter("name", name).setParameter("now", now).executeUpdate() == 1;
    }

    private boolean inserted(String name, String holder, Duration length) {
        if (QuarkusTransaction.requiringNew().call(() -> exists(name))) {
            return false;
        }
        try {
            QuarkusTransaction.requiringNew().run(
                    () -> entities
                            .createNativeQuery("INSERT INTO lease (name, holder, expires_at) VALUES (:name, :holder, :until)")
                            .setParameter("name", name).setParameter("holder", holder)
                            .setParameter("until", now().plus(length)).executeUpdate());
            return true;
        } catch (PersistenceException e) {
            if (QuarkusTransaction.requiringNew().call(() -> exists(name))) {
                // another node inserted its row between our look and our insert
                return false;
            }
            throw e;
        }
    }

    private boolean exists(String name) {
        return !entities.createNativeQuery("SELECT name FROM lease WHERE name = :name", String.class)
                .setParameter("name", name).getResultList().isEmpty();
    }

    private Instant now() {
        return (Instant) entities.createNativeQuery("SELECT CURRENT_TIMESTAMP", Instant.class).getSingleResult();
    }
}
