package io.minsheng.intake.mail.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** How long comparisons of a mailbox are kept, on whatever database. */
abstract class KeptComparisons {

    @Inject
    MailboxComparisons comparisons;

    @Test
    void keepsTheLastOneOfADayForAYear() {
        String mailbox = "w" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        Instant now = Instant.parse("2026-06-01T04:00:00Z");
        QuarkusTransaction.requiringNew().run(() -> {
            for (int days : List.of(402, 399, 1, 0, 0)) {
                comparisons.keep(new MailboxComparison(new Reconcile.OfMailbox(mailbox, "INBOX", days, days, List.of(), null),
                        now.minus(Duration.ofDays(days))));
            }
        });
        assertThat(QuarkusTransaction.requiringNew().call(() -> comparisons.list("mailbox = ?1 order by comparedAt", mailbox)))
                .extracting(MailboxComparison::onServer).containsExactly(399, 1, 0);
    }
}
