package io.minsheng.audit;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.minsheng.identity.LentRoles;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.persistence.Ids;

/**
 * Writes every act down in the transaction in which it happens: both are kept or neither. What somebody does who has a role
 * as a stand-in says for whom.
 */
@ApplicationScoped
public class RecordAct {

    private final AuditEntries entries;
    private final LentRoles lent;
    private final InstantSource clock;

    RecordAct(AuditEntries entries, LentRoles lent, InstantSource clock) {
        this.entries = entries;
        this.lent = lent;
        this.clock = clock;
    }

    @Transactional
    void record(@Observes Act act) {
        entries.persist(new AuditEntry(Ids.next(), clock.instant(), withLenders(act)));
    }

    private Act withLenders(Act act) {
        List<String> lenders = lent.lendersOf(act.actor());
        return lenders.isEmpty() ? act
                : new Act(act.actor(), act.action(), act.subjectType(), act.subjectId(), act.caseNumber(),
                        "[代 " + String.join("、", lenders) + "] " + (act.detail() == null ? "" : act.detail()));
    }
}
