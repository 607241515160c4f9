package io.minsheng.correspondence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.minsheng.platform.persistence.NodeName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Sends what waits in the outbox, one mail after the other, and short messages beside them, so that neither waits for the
 * other's server. That a mail is being handed over is committed before the server
 * hears of it; what a killed run left in that state is shown to a person as uncertain and never sent again by the machine,
 * because between the server's 250 and our commit nobody can tell.
 */
@ApplicationScoped
public class SendOutbox {

    private static final Logger LOG = Logger.getLogger(SendOutbox.class);
    private static final int BATCH = 50;
    private static final Duration NEVER_CAME_BACK = Duration.ofMinutes(30);
    private static final int STOP_SECONDS = 30;

    private final OutboxMails mails;
    private final ComposeMail compose;
    private final HandOver handOver;
    private final GiveMessage giveMessage;
    private final RecordOutcome record;
    private final NodeName node;
    private final InstantSource clock;
    private final ReentrantLock sending = new ReentrantLock();
    private final ReentrantLock texting = new ReentrantLock();
    private volatile boolean stopped;

    SendOutbox(OutboxMails mails, ComposeMail compose, HandOver handOver, GiveMessage giveMessage, RecordOutcome record,
            NodeName node, InstantSource clock) {
        this.mails = mails;
        this.compose = compose;
        this.handOver = handOver;
        this.giveMessage = giveMessage;
        this.record = record;
        this.node = node;
        this.clock = clock;
    }

    void start(@Observes @Priority(200) StartupEvent event) {
        stopped = false;
        giveUpHalfDone();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        for (ReentrantLock each : List.of(sending, texting)) {
            if (each.tryLock(STOP_SECONDS, TimeUnit.SECONDS)) {
                each.unlock();
            }
        }
    }

    @Scheduled(identity = "outbox", every = "${minsheng.mail.send-interval:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void regularly() {
        try {
            send();
        } catch (RuntimeException e) {
            LOG.error("外发邮件未能处理，稍后重试。", e);
        }
    }

    @Scheduled(identity = "outbox-messages", every = "${minsheng.sms.send-interval:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    void textRegularly() {
        try {
            text();
        } catch (RuntimeException e) {
            LOG.error("外发短信未能处理，稍后重试。", e);
        }
    }

    /** Whatever was being handed over when this node was killed becomes uncertain. */
    public int giveUpHalfDone() {
        Instant now = clock.instant();
        int found = QuarkusTransaction.requiringNew().call(
                () -> mails.giveUpHalfDone(node.value(), now.minus(NEVER_CAME_BACK), "发送途中程序中断，无法确定对方服务器是否已收下。"));
        if (found > 0) {
            LOG.warnf("%d 封外发邮件在发送途中中断，请在“外发邮件”页面核实。", found);
        }
        return found;
    }

    /**
     * Sends what is due now. Does nothing while another thread of this node sends, or when no outgoing server is configured.
     *
     * @return how many mails were handed over, with whatever outcome
     */
    public int send() {
        return compose.configured() ? send(WayOfDelivery.EMAIL, sending, this::handOver) : 0;
    }

    /**
     * The same for short messages. What still waits a while after the gateway was taken out of the settings would wait for
     * ever: it counts as refused, so that a person finds another way.
     */
    public int text() {
        if (giveMessage.configured()) {
            return send(WayOfDelivery.SMS, texting, giveMessage::give);
        }
        return send(WayOfDelivery.SMS, texting, clock.instant().minus(giveMessage.giveUpAfter()),
                id -> Optional.of(new HandOver.Outcome(HandOver.Result.REFUSED, "短信平台已停用")));
    }

    private int send(WayOfDelivery way, ReentrantLock lane, Function<String, Optional<HandOver.Outcome>> give) {
        return send(way, lane, clock.instant(), give);
    }

    private int send(WayOfDelivery way, ReentrantLock lane, Instant dueAt,
            Function<String, Optional<HandOver.Outcome>> give) {
        if (!lane.tryLock()) {
            return 0;
        }
        try {
            int done = 0;
            List<String> due;
            do {
                due = QuarkusTransaction.requiringNew().call(() -> mails.due(way, dueAt, BATCH));
                for (String id : due) {
                    if (stopped) {
                        return done;
                    }
                    done += sendOne(id, give) ? 1 : 0;
                }
            } while (due.size() == BATCH);
            return done;
        } finally {
            lane.unlock();
        }
    }

    private boolean sendOne(String id, Function<String, Optional<HandOver.Outcome>> give) {
        if (!QuarkusTransaction.requiringNew().call(() -> mails.take(id, node.value(), clock.instant()))) {
            return false;
        }
        record.record(id, given(id, give));
        return true;
    }

    /** A row that cannot be read or composed must not stay in between until the next start: a person decides about it. */
    private HandOver.Outcome given(String id, Function<String, Optional<HandOver.Outcome>> give) {
        try {
            return give.apply(id)
                    .orElseGet(() -> new HandOver.Outcome(HandOver.Result.REFUSED, "建议人的个人信息已删除，不再发送。"));
        } catch (RuntimeException e) {
            LOG.errorf(e, "外发邮件 %s 未能发送，请在“外发邮件”页面核实。", id);
            return new HandOver.Outcome(HandOver.Result.UNKNOWN, "程序出错：" + e.getClass().getSimpleName());
        }
    }

    private Optional<HandOver.Outcome> handOver(String id) {
        return QuarkusTransaction.requiringNew().call(() -> compose.compose(id)).map(handOver::give);
    }
}
