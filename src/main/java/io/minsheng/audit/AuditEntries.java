package io.minsheng.audit;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;

/** All entries of the log. */
@ApplicationScoped
public class AuditEntries implements PanacheRepositoryBase<AuditEntry, String> {

    /** The oldest entries that are not in the chain yet. */
    List<AuditEntry> unsealed(int max) {
        return find("chainPosition is null", Sort.by("at").and("id")).page(Page.ofSize(max)).list();
    }

    /** The next entries of the chain, in its order. */
    List<AuditEntry> chainAfter(long position, int max) {
        return find("chainPosition > ?1", Sort.by("chainPosition"), position).page(Page.ofSize(max)).list();
    }

    /** @return whether the entry was unsealed until now */
    boolean seal(String id, long position, String chainDigest) {
        return update("chainPosition = ?1, chainDigest = ?2 where id = ?3 and chainPosition is null", position, chainDigest,
                id) == 1;
    }
}
