package io.minsheng.intake.mail;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The comparisons that were made. */
@ApplicationScoped
class MailboxComparisons implements PanacheRepositoryBase<MailboxComparison, String> {

    List<MailboxComparison> newest(int max) {
        return find("order by comparedAt desc, id desc").page(Page.ofSize(max)).list();
    }

    List<MailboxComparison> since(Instant at) {
        return list("comparedAt >= ?1 order by comparedAt, id", at);
    }
}
