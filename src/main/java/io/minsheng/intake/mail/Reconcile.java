package io.minsheng.intake.mail;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Compares what is on the servers with what is stored: the proof that no mail was lost. */
@ApplicationScoped
public class Reconcile {

    private static final int KEPT = 30;

    private final Mailboxes mailboxes;
    private final ImapConnections connections;
    private final InboxMessages messages;
    private final MailboxComparisons comparisons;
    private final InstantSource clock;

    Reconcile(Mailboxes mailboxes, ImapConnections connections, InboxMessages messages, MailboxComparisons comparisons,
            InstantSource clock) {
        this.mailboxes = mailboxes;
        this.connections = connections;
        this.messages = messages;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /**
     * The comparison.
     *
     * @param mailboxes one by one
     * @param stored how many rows there are, from wherever
     */
    public record Comparison(List<OfMailbox> mailboxes, long stored, Map<InboxState, Long> byState) {

        /** How many mails the servers hold now; null when none could be asked. */
        public Integer server() {
            List<Integer> known = mailboxes.stream().map(OfMailbox::server).filter(each -> each != null).toList();
            return known.isEmpty() ? null : known.stream().mapToInt(Integer::intValue).sum();
        }

        /** UIDs that the servers have and we do not (yet). */
        public List<Long> missing() {
            return mailboxes.stream().flatMap(each -> each.missing().stream()).toList();
        }
    }

    /**
     * One mailbox.
     *
     * @param server how many mails the folder holds now; null when it could not be asked
     * @param stored how many of this folder, as it is numbered now, are here
     * @param missing UIDs that the server has and we do not (yet)
     * @param trouble why it could not be asked, in plain words; else null
     */
    public record OfMailbox(String mailbox, String folder, Integer server, long stored, List<Long> missing, String trouble) {
    }

    private record OnServer(long uidValidity, List<Long> uids) {
    }

    /** Asks the servers now, and keeps what came of it. */
    public Comparison compare() {
        List<OfMailbox> each = mailboxes.all().stream().map(this::compare).toList();
        QuarkusTransaction.requiringNew()
                .run(() -> each.forEach(one -> comparisons.persist(new MailboxComparison(one, clock.instant()))));
        Map<InboxState, Long> byState = QuarkusTransaction.joiningExisting().call(messages::byState);
        return new Comparison(each, byState.values().stream().mapToLong(Long::longValue).sum(), byState);
    }

    /** The latest comparisons, newest first. */
    public List<MailboxComparison> earlier() {
        return QuarkusTransaction.joiningExisting().call(() -> comparisons.newest(KEPT));
    }

    private OfMailbox compare(Mailbox mailbox) {
        try (ImapConnection connection = connections.open(mailbox, ImapConnection.Patience.USUAL)) {
            OnServer there = connection.inFolder(folder -> new OnServer(folder.uidValidity(),
                    folder.after(0).stream().map(ImapFolder.Listed::uid).toList()));
            Set<Long> here = new HashSet<>(QuarkusTransaction.joiningExisting()
                    .call(() -> messages.uidsAfter(mailbox.name(), mailbox.folder(), there.uidValidity(), 0)));
            return new OfMailbox(mailbox.name(), mailbox.folder(), there.uids().size(), here.size(),
                    there.uids().stream().filter(each -> !here.contains(each)).toList(), null);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new OfMailbox(mailbox.name(), mailbox.folder(), null, 0, List.of(), MailboxTrouble.inWords(e, mailbox));
        }
    }
}
