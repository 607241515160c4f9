package io.minsheng.intake.desk.sheet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

/** What nobody has confirmed is forgotten after a day, and a week after the registration the query codes of the receipts. */
@ApplicationScoped
class ForgetSheets {

    private static final Duration UNCONFIRMED = Duration.ofDays(1);
    private static final Duration CODES = Duration.ofDays(7);

    private final DeskSheets sheets;
    private final SheetRows rows;
    private final InstantSource clock;

    ForgetSheets(DeskSheets sheets, SheetRows rows, InstantSource clock) {
        this.sheets = sheets;
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(identity = "desk-sheets-forget", every = "1h", delayed = "5m")
    @Transactional
    void forget() {
        Instant now = clock.instant();
        for (DeskSheet each : sheets.unconfirmedBefore(now.minus(UNCONFIRMED))) {
            rows.deleteOf(each);
            sheets.delete(each);
        }
        sheets.readableDoneBefore(now.minus(CODES)).forEach(DeskSheet::forget);
    }
}
