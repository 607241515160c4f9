package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.jboss.logging.Logger;

import io.minsheng.intake.mail.imap.MailboxSettings;
import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Works on the stored mails, some at a time on one node, so that two copies of a mail never become two cases. Small new ones
 * are decided some together; where anything is out of the ordinary, and with what has failed before, each stands for itself:
 * whatever happens with one, the next follows.
 */
@ApplicationScoped
public class ProcessMessages {

    private static final Logger LOG = Logger.getLogger(ProcessMessages.class);
    private static final String LEASE = "mailbox-process";
    private static final String NEVER = "off";
    private static final Duration LEASE_LENGTH = Duration.ofMinutes(5);
    private static final Duration LEASE_TRUSTED = Duration.ofMinutes(1);
    private static final Duration STOPPING = Duration.ofSeconds(20);
    private static final int WORKERS = 4;
    private static final int TOGETHER = 15;
    private static final int BATCH = WORKERS * TOGETHER * 2;
    private static final int SMALL_BYTES = 200_000;

    private final InboxMessages messages;
    private final ProcessMessage one;
    private final ProcessTogether together;
    private final Leases leases;
    private final NodeName node;
    private final boolean regular;
    private final InstantSource clock;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReentrantLock working = new ReentrantLock();
    private boolean begun;
    private volatile long mineUntil = System.nanoTime();
    /** One more than work: that one gives out the work and waits for it. */
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS + 1, task -> {
        Thread thread = new Thread(task, "mailbox-process");
        thread.setDaemon(true);
        return thread;
    });

    ProcessMessages(InboxMessages messages, ProcessMessage one, ProcessTogether together, Leases leases, NodeName node,
            MailboxSettings settings, InstantSource clock) {
        this.messages = messages;
        this.one = one;
        this.together = together;
        this.leases = leases;
        this.node = node;
        this.regular = !NEVER.equals(settings.processInterval());
        this.clock = clock;
    }

    /** Lets the mails that are being worked on come to their end while everything they need is still there. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("停止时仍有邮件在处理，下次启动后继续。");
        }
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

    /** Begins to work on what is due, if nobody is at it, and does not wait for it; nothing where it is not done regularly. */
    void soon() {
        if (regular && !workers.isShutdown() && asked.compareAndSet(false, true)) {
            workers.execute(() -> {
                asked.set(false);
                regularly();
            });
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
            List<InboxMessages.Due> due;
            do {
                Instant now = clock.instant();
                goOnAfterAKill(now);
                due = QuarkusTransaction.requiringNew().call(() -> messages.due(now, BATCH));
                if (due.isEmpty() || !mine()) {
                    return done;
                }
                done += work(due);
            } while (due.size() == BATCH);
            return done;
        } finally {
            working.unlock();
        }
    }

    /**
     * Works on one mail at once, whatever else waits. Where another node works on mails, it is left to that one.
     *
     * @param id of a row that was just stored or is to be tried again
     */
    public void process(String id) {
        if (mine()) {
            one.process(id);
        }
    }

    /** What was taken and not decided when this node was killed need not wait for its next try. */
    private void goOnAfterAKill(Instant now) {
        if (!begun && mine()) {
            begun = true;
            QuarkusTransaction.requiringNew().run(() -> messages.freeHalfDone(now));
        }
    }

    private int work(List<InboxMessages.Due> due) {
        Map<Boolean, List<InboxMessages.Due>> fresh = due.stream()
                .collect(Collectors.partitioningBy(each -> each.tries() == 0));
        if (!fresh.get(true).isEmpty()) {
            one.takeFresh(fresh.get(true).stream().map(InboxMessages.Due::id).toList());
        }
        List<CompletableFuture<Void>> running = portions(fresh.get(true)).stream()
                .map(each -> CompletableFuture.runAsync(() -> begin(each), workers)).toList();
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        return fresh.get(true).size()
                + (int) fresh.get(false).stream().filter(each -> mine() && one.process(each.id())).count();
    }

    /** Small mails some together, large ones alone. */
    private static List<List<String>> portions(List<InboxMessages.Due> fresh) {
        List<List<String>> portions = new ArrayList<>();
        List<String> small = fresh.stream().filter(each -> each.size() <= SMALL_BYTES).map(InboxMessages.Due::id).toList();
        for (int i = 0; i < small.size(); i += TOGETHER) {
            portions.add(small.subList(i, Math.min(small.size(), i + TOGETHER)));
        }
        fresh.stream().filter(each -> each.size() > SMALL_BYTES).forEach(each -> portions.add(List.of(each.id())));
        return portions;
    }

    private void begin(List<String> taken) {
        if (!mine()) {
            return;
        }
        List<String> left = taken.size() == 1 ? taken : together.work(taken, this::mine);
        for (String each : left) {
            if (mine()) {
                one.taken(each, 0);
            }
        }
    }

    /**
     * Asked before each mail: a batch of slow ones lasts longer than the lease, and copies must not meet on two nodes. A lease
     * that was renewed a moment ago need not be asked for again.
     */
    private boolean mine() {
        long now = System.nanoTime();
        if (now - mineUntil < 0) {
            return true;
        }
        boolean mine = leases.tryAcquire(LEASE, node.value(), LEASE_LENGTH);
        mineUntil = mine ? now + LEASE_TRUSTED.toNanos() : now;
        return mine;
    }
}
