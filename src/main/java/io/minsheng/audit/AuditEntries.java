package io.minsheng.audit;

import java.sql.PreparedStatement;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;

/** All entries of the log. */
@ApplicationScoped
public class AuditEntries implements PanacheRepositoryBase<AuditEntry, String> {

    /**
     * Asks for the digest and not for the position, which is set with it: a database that has no statistics yet would look
     * among all that have no position, the dead ones included, instead of by the id.
     */
    private static final String SEAL = """
            update audit_entry set chain_position = ?, chain_digest = ? where id = ? and chain_digest is null""";

    /** The oldest entries that are not in the chain yet. */
    List<AuditEntry> unsealed(int max) {
        return find("chainPosition is null", Sort.by("at").and("id")).page(Page.ofSize(max)).list();
    }

    /** The next entries of the chain, in its order. */
    List<AuditEntry> chainAfter(long position, int max) {
        return find("chainPosition > ?1", Sort.by("chainPosition"), position).page(Page.ofSize(max)).list();
    }

    /**
     * Puts entries into the chain, all in one go.
     *
     * @throws IllegalStateException if one of them is sealed already
     */
    void seal(List<Link> links) {
        getSession().doWork(connection -> {
            try (PreparedStatement seal = connection.prepareStatement(SEAL)) {
                for (Link link : links) {
                    seal.setLong(1, link.position());
                    seal.setString(2, link.digest());
                    seal.setString(3, link.entryId());
                    seal.addBatch();
                }
                int[] changed = seal.executeBatch();
                for (int i = 0; i < changed.length; i++) {
                    if (changed[i] != 1) {
                        throw new IllegalStateException("another sealer was at work on entry " + links.get(i).entryId());
                    }
                }
            }
        });
    }

    /** The place of an entry in the chain. */
    record Link(String entryId, long position, String digest) {
    }
}
