package io.minsheng.correspondence;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Gives a row of the outbox that is a short message to the gateway. */
@ApplicationScoped
class GiveMessage {

    private final OutboxMails mails;
    private final Outbox.Sealing sealing;
    private final SmsGateway gateway;
    private final SmsSettings settings;

    GiveMessage(OutboxMails mails, Outbox.Sealing sealing, SmsGateway gateway, SmsSettings settings) {
        this.mails = mails;
        this.sealing = sealing;
        this.gateway = gateway;
        this.settings = settings;
    }

    boolean configured() {
        return gateway.configured();
    }

    /** How long messages wait without a gateway. */
    Duration giveUpAfter() {
        return settings.giveUpAfter();
    }

    private record Message(String phone, String text) {
    }

    /** Empty when the author's data were erased. No transaction is open while the gateway is asked. */
    Optional<HandOver.Outcome> give(String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            OutboxMail row = mails.findById(id);
            return Optional.ofNullable(sealing.to(row)).map(phone -> new Message(phone, sealing.body(row)));
        }).map(message -> gateway.give(message.phone(), message.text(), id));
    }
}
