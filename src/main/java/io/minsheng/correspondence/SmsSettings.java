package io.minsheng.correspondence;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The gateway for short messages. Without {@code MINSHENG_SMS_URL} there is none. */
@ConfigMapping(prefix = "minsheng.sms")
interface SmsSettings {

    /** MINSHENG_SMS_URL: where a message is posted to. */
    Optional<URI> url();

    /** MINSHENG_SMS_CONTENT_TYPE: application/json or application/x-www-form-urlencoded. */
    @WithDefault("application/json")
    String contentType();

    /** MINSHENG_SMS_BODY: what is posted; {phone}, {text} and {reference} are put in, written as the content type wants it. */
    @WithDefault("{\"phone\":\"{phone}\",\"text\":\"{text}\",\"reference\":\"{reference}\"}")
    String body();

    /** MINSHENG_SMS_SECRET_HEADER: the header in which the secret is sent. */
    @WithDefault("Authorization")
    String secretHeader();

    /** MINSHENG_SMS_SECRET: what stands in it; never logged. */
    Optional<String> secret();

    /** MINSHENG_SMS_ACCEPTED: a pattern that the answer to an accepted message contains; without it any 2xx is one. */
    Optional<String> accepted();

    /**
     * MINSHENG_SMS_REFUSED: a pattern that the answer to a message contains that will never be sent, such as a wrong number.
     */
    Optional<String> refused();

    /** MINSHENG_SMS_PATIENCE: how long an answer may take. */
    @WithDefault("30s")
    Duration patience();

    /** Receipts to one number within a day; more would let a stranger flood it. */
    @WithDefault("10")
    int receiptsPerDay();

    /** MINSHENG_SMS_GIVE_UP_AFTER: how long messages wait after the gateway was taken out of the settings. */
    @WithDefault("1h")
    Duration giveUpAfter();

    /** How often the outbox is looked at for messages; {@code off} stops sending. */
    @WithDefault("10s")
    String sendInterval();
}
