package io.minsheng.intake.mail.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.intake.mail.MailboxCursor;
import io.minsheng.intake.mail.MailboxCursors;
import io.minsheng.intake.mail.Mailboxes;
import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.MailboxSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** How reading the mailboxes fares. */
@ApplicationScoped
public class MailboxStatus {

    private final MailboxSettings settings;
    private final Mailboxes mailboxes;
    private final MailboxCursors cursors;
    private final InstantSource clock;
    private final Instant started;

    MailboxStatus(MailboxSettings settings, Mailboxes mailboxes, MailboxCursors cursors, InstantSource clock) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.cursors = cursors;
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * The present status of a mailbox.
     *
     * @param id of the mailbox
     * @param active whether it is read regularly
     * @param lastGoodPoll null before the first
     * @param error in plain words; null when the last poll went well
     * @param degraded nothing was fetched for longer than it should take
     */
    public record Status(String id, String mailbox, String folder, boolean active, Instant lastGoodPoll, String error,
            boolean degraded) {
    }

    /** One for each mailbox; empty when there is none. */
    public List<Status> now() {
        return mailboxes.all().stream().map(this::of).toList();
    }

    private Status of(Mailbox mailbox) {
        MailboxCursor cursor = QuarkusTransaction.joiningExisting()
                .call(() -> cursors.findById(new MailboxCursor.Key(mailbox.name(), mailbox.folder())));
        Instant last = cursor == null ? null : cursor.lastPollAt();
        Instant since = last == null || last.isBefore(started) ? started : last;
        boolean late = since.plus(mailbox.habits().interval()).plus(settings.degradedAfter()).isBefore(clock.instant());
        return new Status(mailbox.id(), mailbox.name(), mailbox.folder(), mailbox.habits().active(), last,
                cursor == null ? null : cursor.lastError(), mailbox.habits().active() && late);
    }
}
