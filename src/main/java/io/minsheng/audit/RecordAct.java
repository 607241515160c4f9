package io.minsheng.audit;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.minsheng.platform.event.Act;
import io.minsheng.platform.persistence.Ids;

/** Writes every act down in the transaction in which it happens: both are kept or neither. */
@ApplicationScoped
public class RecordAct {

    private final AuditEntries entries;
    private final InstantSource clock;

    RecordAct(AuditEntries entries, InstantSource clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Transactional
    void record(@Observes Act act) {
        entries.persist(new AuditEntry(Ids.next(), clock.instant(), act));
    }
}
