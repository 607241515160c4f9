package io.minsheng.correspondence;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Outgoing mail, beside the connection itself, which is {@code QUARKUS_MAILER_*}. */
@ConfigMapping(prefix = "minsheng.mail")
interface MailSettings {

    /** MINSHENG_MAIL_FROM: the sender's address; else {@code quarkus.mailer.from}. */
    Optional<String> from();

    /** Receipts to one address within a day; more than that is a loop of two machines, not a person. */
    @WithDefault("30")
    int receiptsPerDay();

    /** How often the outbox is looked at; {@code off} stops sending, also at once after a commit. */
    @WithDefault("10s")
    String sendInterval();
}
