package io.minsheng.intake.mail.watch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;

import io.minsheng.intake.mail.InboxMessages;
import io.minsheng.intake.mail.InboxState;
import io.minsheng.intake.mail.MailboxCursors;
import io.minsheng.intake.mail.Mailboxes;
import io.minsheng.intake.mail.imap.ImapConnections;
import io.minsheng.intake.mail.imap.ImapFolder;
import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.MailboxTrouble;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Compares what is on the servers with what is stored: the proof that no mail was lost. */
@ApplicationScoped
public class Reconcile {

    /** Whoever asks again so soon, while nothing was stored, gets the same answer: a server is not asked at every glance. */
    private static final Duration SAME = Duration.ofSeconds(10);
    private static final int SHOWN = 30;

    private final Mailboxes mailboxes;
    private final ImapConnections connections;
    private final InboxMessages messages;
    private final MailboxCursors cursors;
    private final MailboxComparisons comparisons;
    private final InstantSource clock;
    private volatile Made made;

    Reconcile(Mailboxes mailboxes, ImapConnections connections, InboxMessages messages, MailboxCursors cursors,
            MailboxComparisons comparisons, InstantSource clock) {
        this.mailboxes = mailboxes;
        this.connections = connections;
        this.messages = messages;
        this.cursors = cursors;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /**
     * The comparison.
     *
     * @param at when the servers were asked
     * @param mailboxes one by one
     * @param stored how many rows there are, from wherever
     */
    public record Comparison(Instant at, List<OfMailbox> mailboxes, long stored, Map<InboxState, Long> byState) {

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

    /** A comparison and of what it was made. */
    private record Made(Comparison comparison, List<Mailbox> mailboxes) {
    }

    /**
     * What is known without asking a server.
     *
     * @param last the latest comparison of each mailbox; none of one that was never compared
     * @param never names of those
     * @param earlier of all days, newest first
     */
    public record Known(List<MailboxComparison> last, List<String> never, List<MailboxComparison> earlier,
            Map<InboxState, Long> byState) {
    }

    /** Asks the servers now, over the connections that are kept, and keeps what came of it: the last one of each day. */
    public Comparison compare() {
        return compare(mailboxes.all());
    }

    /** The comparison of a moment ago if there is one and nothing has changed here since, else a new one. */
    public Comparison recent() {
        List<Mailbox> all = mailboxes.all();
        Made last = made;
        boolean same = last != null && last.mailboxes().equals(all)
                && last.comparison().at().plus(SAME).isAfter(clock.instant())
                && last.comparison().byState().equals(byState());
        return same ? last.comparison() : compare(all);
    }

    /** The latest comparisons; asks no server. */
    public Known known() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            List<MailboxComparison> last = new ArrayList<>();
            List<String> never = new ArrayList<>();
            for (Mailbox each : mailboxes.all()) {
                Optional<MailboxComparison> found = comparisons.last(each.name(), each.folder());
                found.ifPresentOrElse(last::add, () -> never.add(each.name()));
            }
            return new Known(last, never, comparisons.newest(SHOWN), messages.byState());
        });
    }

    private Comparison compare(List<Mailbox> all) {
        Instant at = clock.instant();
        List<OfMailbox> each = all.stream().map(this::compare).toList();
        QuarkusTransaction.requiringNew()
                .run(() -> each.forEach(one -> comparisons.keep(new MailboxComparison(one, at))));
        Map<InboxState, Long> byState = byState();
        Comparison comparison = new Comparison(at, each, byState.values().stream().mapToLong(Long::longValue).sum(), byState);
        made = new Made(comparison, all);
        return comparison;
    }

    private Map<InboxState, Long> byState() {
        return QuarkusTransaction.joiningExisting().call(messages::byState);
    }

    private OfMailbox compare(Mailbox mailbox) {
        try {
            OnServer there = connections.visit(mailbox, folder -> new OnServer(folder.uidValidity(),
                    folder.after(0).stream().map(ImapFolder.Listed::uid).toList()));
            Set<Long> here = new HashSet<>(QuarkusTransaction.joiningExisting()
                    .call(() -> messages.uidsAfter(mailbox.name(), mailbox.folder(),
                            cursors.numbering(mailbox, there.uidValidity()), 0)));
            return new OfMailbox(mailbox.name(), mailbox.folder(), there.uids().size(), here.size(),
                    there.uids().stream().filter(each -> !here.contains(each)).toList(), null);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new OfMailbox(mailbox.name(), mailbox.folder(), null, 0, List.of(), MailboxTrouble.inWords(e, mailbox));
        }
    }
}
