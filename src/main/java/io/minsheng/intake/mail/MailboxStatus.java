package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** How reading the mailbox fares. */
@ApplicationScoped
public class MailboxStatus {

    private static final Duration GRACE = Duration.ofMinutes(10);

    private final MailboxSettings settings;
    private final MailboxCursors cursors;
    private final InstantSource clock;
    private final Instant started;

    MailboxStatus(MailboxSettings settings, MailboxCursors cursors, InstantSource clock) {
        this.settings = settings;
        this.cursors = cursors;
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * The present status.
     *
     * @param enabled whether the mailbox is read regularly
     * @param lastGoodPoll null before the first
     * @param error in plain words; null when the last poll went well
     * @param degraded nothing was fetched for longer than it should take
     */
    public record Status(boolean enabled, String mailbox, Instant lastGoodPoll, String error, boolean degraded) {
    }

    public Status now() {
        MailboxCursor cursor = settings.complete()
                ? QuarkusTransaction.joiningExisting()
                        .call(() -> cursors.findById(new MailboxCursor.Key(settings.mailbox(), settings.folder())))
                : null;
        Instant last = cursor == null ? null : cursor.lastPollAt();
        Instant since = last == null || last.isBefore(started) ? started : last;
        boolean late = since.plus(settings.pollInterval().multipliedBy(3)).plus(GRACE).isBefore(clock.instant());
        return new Status(settings.enabled(), settings.mailbox(), last, cursor == null ? null : cursor.lastError(),
                settings.enabled() && late);
    }
}
