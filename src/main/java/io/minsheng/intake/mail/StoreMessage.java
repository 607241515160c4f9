package io.minsheng.intake.mail;

import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.file.StoredFile;
import io.minsheng.platform.file.StoredFiles;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Keeps the raw bytes of mails, sealed, with row and cursor in one transaction, before anybody looks into them. Killed at any
 * moment, a mail is either wholly here or will be fetched again.
 */
@ApplicationScoped
class StoreMessage {

    /** A large mail over a slow line; the transaction holds no lock that others want. */
    private static final int SECONDS = 15 * 60;
    private static final String UPLOAD = "upload";
    private static final int PER_MILLI = 1000;

    private final InboxMessages messages;
    private final MailboxCursors cursors;
    private final StoredFiles files;
    private final Vault vault;
    private final InstantSource clock;

    StoreMessage(InboxMessages messages, MailboxCursors cursors, StoredFiles files, Vault vault, InstantSource clock) {
        this.messages = messages;
        this.cursors = cursors;
        this.files = files;
        this.vault = vault;
        this.clock = clock;
    }

    /** A mail as the server gives it; {@code receivedAt} is the server's date, or null. */
    record Fetched(InboxMessage.Place place, Instant receivedAt, InputStream raw) {
    }

    /**
     * Stores mails of one folder, all or none of them.
     *
     * @param advance whether the cursor may move to them
     * @throws java.io.UncheckedIOException if the server stops giving one
     */
    void fromServer(List<Fetched> mails, boolean advance) {
        QuarkusTransaction.requiringNew().timeout(SECONDS).run(() -> {
            for (Fetched each : mails) {
                store(each.place(), each.receivedAt(), each.raw());
                if (advance) {
                    MailboxCursor cursor = cursors.of(each.place().mailbox(), each.place().folder());
                    cursor.reached(each.place().uidValidity(), each.place().uid());
                }
            }
        });
    }

    /** Stores a mail that somebody brought as a file; returns the row's id. */
    String fromUpload(InputStream raw) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> {
            InboxMessage.Place place = new InboxMessage.Place(UPLOAD, UPLOAD, 0, clock.millis() * PER_MILLI);
            while (messages.has(place)) {
                place = new InboxMessage.Place(UPLOAD, UPLOAD, 0, place.uid() + 1);
            }
            return store(place, clock.instant(), raw).id();
        });
    }

    private InboxMessage store(InboxMessage.Place place, Instant receivedAt, InputStream raw) {
        StoredFile file = files.store("邮件原件.eml", "message/rfc822", raw);
        Instant now = clock.instant();
        InboxMessage message = new InboxMessage(place, file, receivedAt == null ? now : receivedAt, now,
                vault.newWrappedKey());
        messages.persist(message);
        return message;
    }
}
