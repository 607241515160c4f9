package io.minsheng.intake.mail;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;

import org.jboss.logging.Logger;

import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;

/**
 * Fetches what is new in the mailbox. Only one node does, by a lease. What is new is known by UID alone, never by flags or
 * dates; a
 * changed UIDVALIDITY reads everything again, and duplicates are recognised by their content.
 */
@ApplicationScoped
public class PollMailbox {

    private static final Logger LOG = Logger.getLogger(PollMailbox.class);
    private static final Duration LEASE = Duration.ofMinutes(20);

    private final MailboxSettings settings;
    private final ImapMailbox mailbox;
    private final StoreMessage store;
    private final MailboxCursors cursors;
    private final ProcessMessages process;
    private final OneNode oneNode;
    private final InstantSource clock;
    private final ReentrantLock polling = new ReentrantLock();

    PollMailbox(MailboxSettings settings, ImapMailbox mailbox, StoreMessage store, MailboxCursors cursors,
            ProcessMessages process, OneNode oneNode, InstantSource clock) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.store = store;
        this.cursors = cursors;
        this.process = process;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    /** The lease by which nodes agree who reads the mailbox. */
    @ApplicationScoped
    static class OneNode {

        private final Leases leases;
        private final NodeName node;

        OneNode(Leases leases, NodeName node) {
            this.leases = leases;
            this.node = node;
        }

        boolean isMe(String mailbox) {
            return leases.tryAcquire("mailbox/" + Integer.toHexString(mailbox.hashCode()), node.value(), LEASE);
        }
    }

    void schedule(@Observes StartupEvent event, Scheduler scheduler) {
        if (!settings.enabled()) {
            return;
        }
        if (!settings.complete()) {
            LOG.error("MINSHENG_MAILBOX_ENABLED 已打开，但没有配置 MINSHENG_MAILBOX_HOST、_USERNAME、_PASSWORD：不收取邮件。");
            return;
        }
        scheduler.newJob("mailbox-poll").setInterval(settings.pollInterval().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP).setTask(execution -> poll()).schedule();
    }

    /**
     * Fetches and works on what is new. Trouble with the server is written down for the mailbox page and the health check.
     *
     * @return how many mails were fetched
     */
    public int poll() {
        if (!settings.complete() || !polling.tryLock()) {
            return 0;
        }
        try {
            if (!oneNode.isMe(settings.mailbox())) {
                return 0;
            }
            int fetched = mailbox.visit(this::fetch);
            QuarkusTransaction.requiringNew()
                    .run(() -> cursors.of(settings.mailbox(), settings.folder()).polled(clock.instant()));
            return fetched;
        } catch (MessagingException | IOException | RuntimeException e) {
            String words = MailboxTrouble.inWords(e);
            LOG.warnf("收取邮件未成功：%s", words);
            LOG.debug("mailbox", e);
            QuarkusTransaction.requiringNew().run(() -> cursors.of(settings.mailbox(), settings.folder()).failed(words));
            return 0;
        } finally {
            polling.unlock();
            process.process();
        }
    }

    private int fetch(ImapMailbox.Open folder) throws MessagingException, IOException {
        long uidValidity = folder.uidValidity();
        long last = QuarkusTransaction.requiringNew().call(() -> {
            MailboxCursor cursor = cursors.of(settings.mailbox(), settings.folder());
            cursor.follow(uidValidity);
            return cursor.lastUid();
        });
        int fetched = 0;
        boolean gap = false;
        for (ImapMailbox.Remote remote : folder.after(last)) {
            if (!oneNode.isMe(settings.mailbox())) {
                break;
            }
            InboxMessage.Place place = new InboxMessage.Place(settings.mailbox(), settings.folder(), uidValidity,
                    remote.uid());
            try {
                // behind a mail that could not be fetched the cursor stands still, so that it is tried again
                fetched += store.fromServer(place, remote, !gap) ? 1 : 0;
            } catch (MessagingException | IOException | RuntimeException e) {
                if (folder.isClosed()) {
                    throw e;
                }
                gap = true;
                LOG.warnf(e, "邮件 UID %d 未能取回，下次再试；不影响其他邮件。", remote.uid());
            }
        }
        return fetched;
    }
}
