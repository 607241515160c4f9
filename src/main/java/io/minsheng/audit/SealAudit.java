package io.minsheng.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.minsheng.audit.ChainHead.Head;
import io.minsheng.platform.persistence.Leases;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Chains the entries that were written since the last time. Not done by the acts themselves: a chain head that every
 * transaction locks would let them pass one at a time only. One node does it, by a lease; if two ever did, the unique
 * position would let only one of them through.
 */
@ApplicationScoped
public class SealAudit {

    private static final Logger LOG = Logger.getLogger(SealAudit.class);
    private static final String LEASE = "audit-seal";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(2);
    private static final int BATCH = 500;

    private final AuditEntries entries;
    private final ChainHead chainHead;
    private final Leases leases;
    private final String node = UUID.randomUUID().toString();

    SealAudit(AuditEntries entries, ChainHead chainHead, Leases leases) {
        this.entries = entries;
        this.chainHead = chainHead;
        this.leases = leases;
    }

    @Scheduled(identity = "audit-seal", every = "${minsheng.audit.seal-interval:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    void regularly() {
        try {
            seal();
        } catch (RuntimeException e) {
            LOG.error("审计日志未能封存，请核验审计链（/api/v1/audit/verify）。", e);
        }
    }

    /**
     * Seals everything that is unsealed now, if no other node is doing it.
     *
     * @return how many entries were sealed
     * @throws IllegalStateException if the head of the chain was changed by somebody else
     */
    public int seal() {
        int sealed = 0;
        int batch = BATCH;
        while (batch == BATCH && leases.tryAcquire(LEASE, node, LEASE_LENGTH)) {
            batch = QuarkusTransaction.requiringNew().call(this::sealBatch);
            sealed += batch;
        }
        return sealed;
    }

    private int sealBatch() {
        Head head = chainHead.read()
                .orElseThrow(() -> new IllegalStateException("the head of the audit chain is not what this program wrote"));
        List<AuditEntries.Link> links = new ArrayList<>();
        for (AuditEntry entry : entries.unsealed(BATCH)) {
            head = new Head(head.position() + 1, Digests.chained(head.digest(), entry.digest()));
            links.add(new AuditEntries.Link(entry.id(), head.position(), head.digest()));
        }
        if (!links.isEmpty()) {
            entries.seal(links);
            chainHead.write(head);
        }
        return links.size();
    }
}
