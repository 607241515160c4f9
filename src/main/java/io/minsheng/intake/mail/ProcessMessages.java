package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Works on the stored mails, one after the other on one node, so that two copies of a mail never become two cases. Each stands
 * for
 * itself: whatever happens with one, the next follows.
 */
@ApplicationScoped
public class ProcessMessages {

    private static final Logger LOG = Logger.getLogger(ProcessMessages.class);
    private static final String LEASE = "mailbox-process";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(5);
    private static final int BATCH = 20;

    private final InboxMessages messages;
    private final ProcessMessage one;
    private final Leases leases;
    private final NodeName node;
    private final InstantSource clock;
    private final ReentrantLock working = new ReentrantLock();

    ProcessMessages(InboxMessages messages, ProcessMessage one, Leases leases, NodeName node, InstantSource clock) {
        this.messages = messages;
        this.one = one;
        this.leases = leases;
        this.node = node;
        this.clock = clock;
    }

    @Scheduled(identity = "mailbox-process", every = "${minsheng.mailbox.process-interval:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void regularly() {
        if (!working.tryLock()) {
            // whoever is at it goes on until nothing is due
            return;
        }
        try {
            process();
        } catch (RuntimeException e) {
            LOG.error("收到的邮件未能处理，稍后重试。", e);
        } finally {
            working.unlock();
        }
    }

    /**
     * Works on everything that is due, unless another node is at it.
     *
     * @return how many mails were worked on
     */
    public int process() {
        working.lock();
        try {
            int done = 0;
            List<String> due;
            do {
                Instant now = clock.instant();
                due = QuarkusTransaction.requiringNew().call(() -> messages.due(now, BATCH));
                for (String id : due) {
                    if (!leases.tryAcquire(LEASE, node.value(), LEASE_LENGTH)) {
                        return done;
                    }
                    done += one.process(id) ? 1 : 0;
                }
            } while (due.size() == BATCH);
            return done;
        } finally {
            working.unlock();
        }
    }
}
