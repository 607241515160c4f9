package io.minsheng.intake.mail;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;

import io.minsheng.intake.mail.imap.ImapFolder;
import io.minsheng.intake.mail.imap.Mailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Marks or moves on the server what is stored and committed here, if that is wanted. Killed in between, it is done once more:
 * marking twice changes nothing.
 */
@ApplicationScoped
class MarkOnServer {

    private static final int BATCH = 100;

    private final InboxMessages messages;
    private final MailboxCursors cursors;
    private final InstantSource clock;

    MarkOnServer(InboxMessages messages, MailboxCursors cursors, InstantSource clock) {
        this.messages = messages;
        this.cursors = cursors;
        this.clock = clock;
    }

    void mark(Mailbox mailbox, ImapFolder folder) throws MessagingException {
        if (!mailbox.touches()) {
            return;
        }
        long said = folder.uidValidity();
        long uidValidity = QuarkusTransaction.requiringNew().call(() -> cursors.numbering(mailbox, said));
        List<Long> uids;
        do {
            uids = QuarkusTransaction.requiringNew()
                    .call(() -> messages.unmarked(mailbox.name(), mailbox.folder(), uidValidity, BATCH));
            if (uids.isEmpty()) {
                return;
            }
            if (mailbox.habits().afterwards() == Mailbox.Afterwards.MOVE) {
                folder.move(uids, mailbox.habits().moveTo());
            } else {
                folder.markSeen(uids);
            }
            List<Long> marked = uids;
            QuarkusTransaction.requiringNew().run(
                    () -> messages.marked(mailbox.name(), mailbox.folder(), uidValidity, marked, clock.instant()));
        } while (uids.size() == BATCH);
    }
}
