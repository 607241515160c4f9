package io.minsheng.intake.mail.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.minsheng.intake.mail.InboxMessages;
import io.minsheng.intake.mail.InboxState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/** Numbers of the mailbox for whoever watches the server; looked up regularly, so that being watched costs nothing. */
@ApplicationScoped
class InboxMetrics {

    private final MailboxStatus status;
    private final InboxMessages messages;
    private final InstantSource clock;
    private final AtomicLong review = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong oldestNew = new AtomicLong();
    private final AtomicLong lastGoodPoll = new AtomicLong();
    private final AtomicLong degraded = new AtomicLong();

    InboxMetrics(MailboxStatus status, InboxMessages messages, InstantSource clock) {
        this.status = status;
        this.messages = messages;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        Map.of("minsheng.inbox.review", review, "minsheng.inbox.failed", failed, "minsheng.inbox.oldest.new.seconds", oldestNew,
                "minsheng.mailbox.last.good.poll.seconds", lastGoodPoll, "minsheng.mailbox.degraded", degraded)
                .forEach((name, value) -> Gauge.builder(name, value, AtomicLong::get).register(registry));
    }

    @Scheduled(identity = "inbox-metrics", every = "${minsheng.mailbox.metrics-interval:20s}")
    void look() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            review.set(messages.count("state", InboxState.REVIEW));
            failed.set(messages.count("state", InboxState.FAILED));
            oldestNew.set(messages.oldest(InboxState.NEW).map(each -> Duration.between(each, now).toSeconds()).orElse(0L));
        });
        var active = status.now().stream().filter(MailboxStatus.Status::active).toList();
        // that of the mailbox which waits longest
        lastGoodPoll.set(active.stream().map(MailboxStatus.Status::lastGoodPoll).filter(each -> each != null)
                .mapToLong(each -> Duration.between(each, now).toSeconds()).max().orElse(0));
        degraded.set(active.stream().filter(MailboxStatus.Status::degraded).count());
    }
}
