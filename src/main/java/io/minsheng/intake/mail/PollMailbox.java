package io.minsheng.intake.mail;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;

import org.jboss.logging.Logger;

import io.minsheng.intake.mail.imap.ImapConnections;
import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.MailboxTrouble;
import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Fetches what is new in the mailboxes. Only one node does, by a lease for each mailbox. */
@ApplicationScoped
public class PollMailbox {

    private static final Logger LOG = Logger.getLogger(PollMailbox.class);

    private final Mailboxes mailboxes;
    private final ImapConnections connections;
    private final FetchFolder fetch;
    private final MarkOnServer mark;
    private final MailboxCursors cursors;
    private final OneNode oneNode;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> polling = new ConcurrentHashMap<>();

    PollMailbox(Mailboxes mailboxes, ImapConnections connections, FetchFolder fetch, MarkOnServer mark, MailboxCursors cursors,
            OneNode oneNode, InstantSource clock) {
        this.mailboxes = mailboxes;
        this.connections = connections;
        this.fetch = fetch;
        this.mark = mark;
        this.cursors = cursors;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    /** The lease by which nodes agree who reads a mailbox, and the work that follows. */
    @ApplicationScoped
    static class OneNode {

        private static final Duration LEASE = Duration.ofMinutes(5);

        private final Leases leases;
        private final NodeName node;
        private final ProcessMessages process;

        OneNode(Leases leases, NodeName node, ProcessMessages process) {
            this.leases = leases;
            this.node = node;
            this.process = process;
        }

        boolean isMe(Mailbox mailbox) {
            return leases.tryAcquire("mailbox/" + Integer.toHexString((mailbox.name() + "/" + mailbox.folder()).hashCode()),
                    node.value(), LEASE);
        }

        void work() {
            process.process();
        }

        /** The first of a large backlog need not wait for the last to be fetched. */
        void workSoon() {
            process.soon();
        }
    }

    /**
     * What came of a poll.
     *
     * @param fetched how many mails were stored
     * @param trouble with the server, in plain words; null if there was none
     */
    record Outcome(int fetched, String trouble) {
    }

    /**
     * Polls every mailbox now, regularly read or not, and works on what is new.
     *
     * @return how many mails were fetched
     */
    public int poll() {
        int fetched = mailboxes.all().stream().mapToInt(each -> poll(each).fetched()).sum();
        oneNode.work();
        return fetched;
    }

    /** Polls one mailbox. Trouble with the server is written down for the mailbox page and the health check. */
    Outcome poll(Mailbox mailbox) {
        ReentrantLock lock = polling.computeIfAbsent(mailbox.id(), id -> new ReentrantLock());
        if (!lock.tryLock()) {
            return new Outcome(0, null);
        }
        try {
            if (!oneNode.isMe(mailbox)) {
                connections.release(mailbox);
                return new Outcome(0, null);
            }
            int fetched = connections.visit(mailbox, folder -> {
                int stored = fetch.fetch(mailbox, folder, () -> oneNode.isMe(mailbox), oneNode::workSoon);
                mark.mark(mailbox, folder);
                return stored;
            });
            note(mailbox, cursor -> cursor.polled(clock.instant()));
            return new Outcome(fetched, null);
        } catch (MessagingException | IOException | RuntimeException e) {
            String words = MailboxTrouble.inWords(e, mailbox);
            LOG.warnf("收取邮箱 %s 未成功：%s", mailbox.name(), words);
            LOG.debug("mailbox", e);
            note(mailbox, cursor -> cursor.failed(words));
            return new Outcome(0, words);
        } finally {
            lock.unlock();
        }
    }

    private void note(Mailbox mailbox, java.util.function.Consumer<MailboxCursor> what) {
        QuarkusTransaction.requiringNew().run(() -> what.accept(cursors.of(mailbox.name(), mailbox.folder())));
    }
}
