package io.minsheng.intake.mail;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.correspondence.Outbox;
import io.minsheng.correspondence.OutboxMail;

/** A bounce counts when it returns the genuine Message-ID of a mail that we sent. Anything else can be made up by anybody. */
@ApplicationScoped
class FindBounce {

    private final Outbox outbox;

    FindBounce(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Our mail that came back, and why, without addresses. */
    record Bounce(OutboxMail mail, String why) {
    }

    Optional<Bounce> of(PreparedMail prepared) {
        return prepared.report()
                .flatMap(report -> outbox.recognise(report.messageId()).map(ours -> new Bounce(ours, report.why())));
    }
}
