package io.minsheng.correspondence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Writes down what became of a hand-over and tells whoever waits for it, in one transaction. */
@ApplicationScoped
class RecordOutcome {

    private static final Logger LOG = Logger.getLogger(RecordOutcome.class);
    /** Waits between tries; two days in all, then the mail counts as undeliverable. */
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(16),
            Duration.ofHours(16));

    private final OutboxMails mails;
    private final Event<Outbox.Sent> sent;
    private final Event<Outbox.Failed> failed;
    private final InstantSource clock;

    RecordOutcome(OutboxMails mails, Event<Outbox.Sent> sent, Event<Outbox.Failed> failed, InstantSource clock) {
        this.mails = mails;
        this.sent = sent;
        this.failed = failed;
        this.clock = clock;
    }

    void record(String id, HandOver.Outcome outcome) {
        try {
            QuarkusTransaction.requiringNew().run(() -> apply(mails.findById(id), outcome));
        } catch (RuntimeException e) {
            // what followed from the mail could not be done; the mail itself must not be sent twice because of it
            LOG.errorf(e, "外发邮件 %s 的结果（%s）未能登记，请在“外发邮件”页面核实。", id, outcome.result());
            QuarkusTransaction.requiringNew()
                    .run(() -> mails.findById(id).uncertain("发送结果（" + outcome.result() + "）未能登记：" + e.getMessage()));
        }
    }

    private void apply(OutboxMail mail, HandOver.Outcome outcome) {
        switch (outcome.result()) {
            case TAKEN -> markSent(mail);
            case REFUSED -> markFailed(mail, outcome.error());
            case LATER -> later(mail, outcome.error());
            case UNKNOWN -> mail.uncertain("发送途中连接中断：" + outcome.error());
        }
    }

    void markSent(OutboxMail mail) {
        mail.sent(clock.instant());
        sent.fire(Outbox.Sent.of(mail));
    }

    void markFailed(OutboxMail mail, String error) {
        mail.failed(error);
        failed.fire(Outbox.Failed.of(mail));
    }

    private void later(OutboxMail mail, String error) {
        if (mail.tries() > WAITS.size()) {
            markFailed(mail, "多次发送失败：" + error);
        } else {
            mail.queueAgain(clock.instant().plus(WAITS.get(mail.tries() - 1)), error);
        }
    }
}
