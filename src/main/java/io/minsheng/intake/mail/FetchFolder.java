package io.minsheng.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;

import org.jboss.logging.Logger;

import io.minsheng.intake.mail.imap.ImapFolder;
import io.minsheng.intake.mail.imap.ImapFolder.Listed;
import io.minsheng.intake.mail.imap.Mailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Stores what is new in an open folder, ascending: small mails some at a time, large ones alone. What is new is known by UID
 * alone, never by flags or dates. Behind a mail that the server does not give the cursor stands still, so that it is asked for
 * again; the others go on.
 */
@ApplicationScoped
class FetchFolder {

    private static final Logger LOG = Logger.getLogger(FetchFolder.class);
    private static final int BATCH = 25;
    private static final int BATCH_BYTES = 2 * 1024 * 1024;
    private static final int SMALL_BYTES = ImapFolder.PIECE_BYTES;

    private final MailboxCursors cursors;
    private final InboxMessages messages;
    private final StoreMessage store;

    FetchFolder(MailboxCursors cursors, InboxMessages messages, StoreMessage store) {
        this.cursors = cursors;
        this.messages = messages;
        this.store = store;
    }

    /**
     * Fetches.
     *
     * @param still asked before each portion: whether this node may go on
     * @param stored run after each portion
     * @return how many mails were stored
     * @throws MessagingException if the connection breaks; what was stored by then stays
     */
    int fetch(Mailbox mailbox, ImapFolder folder, BooleanSupplier still, Runnable stored) throws MessagingException {
        Reached reached = reached(mailbox, folder);
        List<Listed> fresh = unknown(mailbox, reached, folder.after(reached.lastUid()));
        Progress progress = new Progress(mailbox, folder, reached.uidValidity());
        for (List<Listed> portion : portions(fresh)) {
            if (!still.getAsBoolean()) {
                break;
            }
            progress.take(portion);
            stored.run();
        }
        return progress.stored;
    }

    /** Up to where the folder was read, as it is numbered now. */
    private record Reached(long uidValidity, long lastUid) {
    }

    private Reached reached(Mailbox mailbox, ImapFolder folder) throws MessagingException {
        long said = folder.uidValidity();
        long before = QuarkusTransaction.requiringNew().call(() -> cursors.of(mailbox.name(), mailbox.folder()).lastUid());
        boolean restarted = folder.countsAnewBelow(before);
        return QuarkusTransaction.requiringNew().call(() -> {
            MailboxCursor cursor = cursors.of(mailbox.name(), mailbox.folder());
            cursor.follow(mailbox.server().host(), said, restarted);
            return new Reached(cursor.uidValidity(), cursor.lastUid());
        });
    }

    /** Some are here already when the cursor had to stand still before them. */
    private List<Listed> unknown(Mailbox mailbox, Reached reached, List<Listed> listed) {
        if (listed.isEmpty()) {
            return listed;
        }
        Set<Long> here = new HashSet<>(QuarkusTransaction.requiringNew()
                .call(() -> messages.uidsAfter(mailbox.name(), mailbox.folder(), reached.uidValidity(), reached.lastUid())));
        return listed.stream().filter(each -> !here.contains(each.uid())).toList();
    }

    private static List<List<Listed>> portions(List<Listed> mails) {
        List<List<Listed>> portions = new ArrayList<>();
        List<Listed> open = new ArrayList<>();
        long bytes = 0;
        for (Listed each : mails) {
            boolean small = each.size() < SMALL_BYTES;
            if (!open.isEmpty() && (!small || open.size() == BATCH || bytes + each.size() > BATCH_BYTES)) {
                portions.add(open);
                open = new ArrayList<>();
                bytes = 0;
            }
            open.add(each);
            bytes += each.size();
            if (!small) {
                portions.add(open);
                open = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!open.isEmpty()) {
            portions.add(open);
        }
        return portions;
    }

    private final class Progress {

        private final Mailbox mailbox;
        private final ImapFolder folder;
        private final long uidValidity;
        private boolean gap;
        private int stored;

        private Progress(Mailbox mailbox, ImapFolder folder, long uidValidity) {
            this.mailbox = mailbox;
            this.folder = folder;
            this.uidValidity = uidValidity;
        }

        void take(List<Listed> portion) throws MessagingException {
            if (portion.size() > 1 && together(portion)) {
                return;
            }
            for (Listed each : portion) {
                alone(each);
            }
        }

        /** @return false if each has to be tried for itself */
        private boolean together(List<Listed> portion) throws MessagingException {
            try {
                Map<Long, byte[]> raw = folder.raw(portion);
                if (raw.size() < portion.size()) {
                    return false;
                }
                store.fromServer(portion.stream().map(
                        each -> new StoreMessage.Fetched(place(each), each.receivedAt(),
                                new ByteArrayInputStream(raw.get(each.uid()))))
                        .toList(), !gap);
                stored += portion.size();
                return true;
            } catch (MessagingException | RuntimeException e) {
                giveUpWithoutConnection(e);
                LOG.debug("a portion of mails has to be fetched one by one", e);
                return false;
            }
        }

        private void alone(Listed mail) throws MessagingException {
            try {
                store.fromServer(List.of(new StoreMessage.Fetched(place(mail), mail.receivedAt(), folder.open(mail))), !gap);
                stored++;
            } catch (RuntimeException e) {
                giveUpWithoutConnection(e);
                gap = true;
                LOG.warnf(e, "邮件 UID %d 未能取回，下次再试；不影响其他邮件。", mail.uid());
            }
        }

        private void giveUpWithoutConnection(Exception e) throws MessagingException {
            if (folder.isClosed()) {
                Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause().getCause() : e;
                throw cause instanceof MessagingException broken ? broken : new MessagingException(e.getMessage(), e);
            }
        }

        private InboxMessage.Place place(Listed mail) {
            return new InboxMessage.Place(mailbox.name(), mailbox.folder(), uidValidity, mail.uid());
        }
    }
}
