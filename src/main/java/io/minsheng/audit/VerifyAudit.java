package io.minsheng.audit;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.audit.ChainHead.Head;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Recomputes the whole log: each entry's own digest, each link of the chain, no gap, and the end as the authenticated head
 * says. Reads in portions, so memory does not grow with the log; sealing may go on meanwhile.
 */
@ApplicationScoped
public class VerifyAudit {

    /** Stands for the broken entry when the end of the chain is cut off or the head was changed. */
    static final String HEAD = "head";
    private static final int PORTION = 1000;

    private final AuditEntries entries;
    private final ChainHead chainHead;
    private final EntityManager entities;

    VerifyAudit(AuditEntries entries, ChainHead chainHead, EntityManager entities) {
        this.entries = entries;
        this.chainHead = chainHead;
        this.entities = entities;
    }

    /**
     * @param entries how many there are
     * @param unsealed how many of them are not in the chain yet
     * @param intact whether nothing was changed, removed or put in between
     * @param firstBroken id of the first entry that does not fit what is before it, or {@code head}; null if intact
     */
    public record Verdict(long entries, long unsealed, boolean intact, String firstBroken) {
    }

    public Verdict verify() {
        Optional<Head> before = QuarkusTransaction.requiringNew().call(chainHead::read);
        Walk walk = new Walk(before.orElse(null));
        while (walk.goesOn()) {
            QuarkusTransaction.requiringNew().run(() -> walk.sealed(entries.chainAfter(walk.position, PORTION)));
        }
        // rows and head are sealed in one transaction, so a head read now covers every row read before
        Optional<Head> after = QuarkusTransaction.requiringNew().call(chainHead::read);
        String broken = walk.broken != null ? walk.broken : walk.fits(before, after) ? brokenUnsealed() : HEAD;
        long total = QuarkusTransaction.requiringNew().call(entries::count);
        long unsealed = QuarkusTransaction.requiringNew().call(() -> entries.count("chainPosition is null"));
        return new Verdict(total, unsealed, broken == null, broken);
    }

    /** Unsealed entries are those of the last seconds; each at least must fit its own digest. */
    private String brokenUnsealed() {
        return QuarkusTransaction.requiringNew().call(() -> entries.unsealed(PORTION).stream()
                .filter(entry -> !entry.digest().equals(Digests.ofEntry(entry))).map(AuditEntry::id).findFirst().orElse(null));
    }

    private final class Walk {

        private final Head expected;
        private long position;
        private String digest = Digests.GENESIS;
        private String broken;
        private boolean ended;
        private boolean metExpected;

        private Walk(Head expected) {
            this.expected = expected;
            this.metExpected = expected != null && expected.position() == 0;
        }

        private boolean goesOn() {
            return !ended && broken == null;
        }

        private void sealed(List<AuditEntry> portion) {
            ended = portion.size() < PORTION;
            for (AuditEntry entry : portion) {
                digest = Digests.chained(digest, Digests.ofEntry(entry));
                boolean fits = entry.chainPosition() == position + 1 && digest.equals(entry.chainDigest());
                if (!fits) {
                    broken = entry.id();
                    return;
                }
                position++;
                if (expected != null && expected.position() == position) {
                    metExpected = expected.digest().equals(digest);
                }
            }
            entities.clear();
        }

        private boolean fits(Optional<Head> before, Optional<Head> after) {
            return before.isPresent() && metExpected && after.isPresent() && after.get().position() >= position;
        }
    }
}
