package io.minsheng.intake.mail;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.MailboxSettings;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Polls each active mailbox when it is due, on a thread of its own, so that one that hangs does not hold up the others. */
@ApplicationScoped
class PollRegularly {

    private static final Logger LOG = Logger.getLogger(PollRegularly.class);

    private final MailboxSettings settings;
    private final Mailboxes mailboxes;
    private final PollMailbox poll;
    private final ProcessMessages process;
    private final ManagedExecutor executor;
    private final InstantSource clock;
    private final Map<String, PollPlan> plans = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    PollRegularly(MailboxSettings settings, Mailboxes mailboxes, PollMailbox poll, ProcessMessages process,
            ManagedExecutor executor, InstantSource clock) {
        this.settings = settings;
        this.mailboxes = mailboxes;
        this.poll = poll;
        this.process = process;
        this.executor = executor;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (settings.enabled() && !settings.complete()) {
            LOG.error("MINSHENG_MAILBOX_ENABLED 已打开，但没有配置 MINSHENG_MAILBOX_HOST、_USERNAME、_PASSWORD：不收取邮件。");
        }
    }

    @Scheduled(identity = "mailbox-poll", every = "${minsheng.mailbox.look-interval:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        for (Mailbox each : mailboxes.all()) {
            PollPlan plan = plans.computeIfAbsent(each.id(), id -> PollPlan.atOnce(clock.instant()));
            if (each.habits().active() && plan.isDue(clock.instant()) && running.add(each.id())) {
                executor.execute(() -> run(each, plan));
            }
        }
    }

    private void run(Mailbox mailbox, PollPlan plan) {
        PollMailbox.Outcome outcome = new PollMailbox.Outcome(0, "");
        try {
            outcome = poll.poll(mailbox);
        } finally {
            plans.put(mailbox.id(),
                    plan.after(mailbox, outcome.trouble() != null, clock.instant(), RandomGenerator.getDefault()));
            running.remove(mailbox.id());
        }
        // the mailbox may be polled again meanwhile
        if (outcome.fetched() > 0) {
            process.regularly();
        }
    }
}
