package io.minsheng.platform.persistence;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The settings of this installation; every node sees the same. */
@ApplicationScoped
public class Settings {

    private final EntityManager entities;

    Settings(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<String> get(String name) {
        // by query, not by id: another node's fresh row must be seen, not what this transaction remembers
        return entities.createQuery("select s.value from Setting s where s.name = :name", String.class)
                .setParameter("name", name).getResultStream().findFirst();
    }

    /** In the caller's transaction. */
    public void put(String name, String value) {
        Setting kept = entities.find(Setting.class, name);
        if (kept == null) {
            entities.persist(new Setting(name, value));
        } else {
            kept.change(value);
        }
    }

    /**
     * Keeps the value unless there is one, at once and in a transaction of its own, so that of several nodes exactly one
     * wins and nobody's transaction breaks.
     *
     * @return whether this call's value is the kept one
     */
    public boolean putIfAbsent(String name, String value) {
        return QuarkusTransaction.requiringNew().call(() -> get(name).isEmpty()) && inserted(new Setting(name, value));
    }

    private boolean inserted(Setting setting) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                entities.persist(setting);
                entities.flush();
            });
            return true;
        } catch (PersistenceException e) {
            if (QuarkusTransaction.requiringNew().call(() -> get(setting.name()).isPresent())) {
                return false;
            }
            throw e;
        }
    }
}
