package io.minsheng.correspondence;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.mailer.Mail;

/** Turns a row of the outbox into a mail with the headers that keep machines from answering it (RFC 3834). */
@ApplicationScoped
class ComposeMail {

    private static final int DEFAULTS = 0;

    private final OutboxMails mails;
    private final Outbox.Sealing sealing;
    private final Addresses addresses;
    private final boolean server;

    ComposeMail(OutboxMails mails, Outbox.Sealing sealing, Addresses addresses,
            @ConfigProperty(name = "quarkus.mailer.mock") Optional<Boolean> mock, Config config) {
        this.mails = mails;
        this.sealing = sealing;
        this.addresses = addresses;
        // the mailer's own default (localhost) is no server that somebody has named
        this.server = config.getConfigValue("quarkus.mailer.host").getSourceOrdinal() > DEFAULTS || mock.orElse(false);
    }

    /** Whether there is a server to send by and an address to send from; until then mails wait. */
    boolean configured() {
        return server && addresses.sender().isPresent();
    }

    /** Empty when the author's data were erased. */
    Optional<Mail> compose(String id) {
        OutboxMail row = mails.findById(id);
        String to = sealing.to(row);
        if (to == null) {
            return Optional.empty();
        }
        String from = addresses.sender().orElseThrow();
        Mail mail = Mail.withText(to, row.subject(), sealing.body(row)).setFrom(from)
                .addHeader("Subject", EncodedWords.encode(row.subject())).addHeader("From", EncodedWords.address(from))
                .addHeader("Message-ID", row.messageId()).addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Auto-Response-Suppress", "All");
        addresses.replyTo().ifPresent(mail::setReplyTo);
        if (row.inReplyTo() != null) {
            mail.addHeader("In-Reply-To", row.inReplyTo()).addHeader("References", row.inReplyTo());
        }
        return Optional.of(mail);
    }
}
