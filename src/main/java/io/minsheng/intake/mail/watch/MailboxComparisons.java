package io.minsheng.intake.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.time.Shanghai;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The comparisons that were made: of each mailbox the last of each day, for a little more than a year. */
@ApplicationScoped
class MailboxComparisons implements PanacheRepositoryBase<MailboxComparison, String> {

    private static final Duration KEPT = Duration.ofDays(400);

    /** Keeps it instead of those of the same mailbox and day; those of years ago are dropped. */
    void keep(MailboxComparison comparison) {
        delete("mailbox = ?1 and folder = ?2 and comparedAt >= ?3", comparison.mailbox(), comparison.folder(),
                Shanghai.startOf(Shanghai.date(comparison.comparedAt())));
        delete("comparedAt < ?1", comparison.comparedAt().minus(KEPT));
        persist(comparison);
    }

    Optional<MailboxComparison> last(String mailbox, String folder) {
        return find("mailbox = ?1 and folder = ?2 order by comparedAt desc, id desc", mailbox, folder).firstResultOptional();
    }

    List<MailboxComparison> newest(int max) {
        return find("order by comparedAt desc, id desc").page(Page.ofSize(max)).list();
    }

    List<MailboxComparison> since(Instant at) {
        return list("comparedAt >= ?1 order by comparedAt, id", at);
    }
}
