package io.minsheng.intake.mail;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** MINSHENG_MAILBOX_…: the mailbox to which suggestions are sent. */
@ConfigMapping(prefix = "minsheng.mailbox")
public interface MailboxSettings {

    /** Whether it is read regularly. */
    @WithDefault("false")
    boolean enabled();

    Optional<String> host();

    /** Else 993 with TLS, 143 without. */
    Optional<Integer> port();

    @WithDefault("tls")
    Security security();

    Optional<String> username();

    /** With QQ and NetEase the authorisation code (授权码), not the password of the web page. */
    Optional<String> password();

    @WithDefault("INBOX")
    String folder();

    @WithDefault("PT2M")
    Duration pollInterval();

    @WithDefault("generic")
    Profile profile();

    /** How often stored mails are looked at that still have to be read; {@code off} for never. */
    @WithDefault("10s")
    String processInterval();

    /** How the connection is protected. */
    enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    /** Habits of the provider. */
    enum Profile {
        QQ,
        NETEASE,
        GENERIC
    }

    /** Name under which rows of this mailbox are kept. */
    default String mailbox() {
        return username().orElse("");
    }

    /** Whether there is enough to connect. */
    default boolean complete() {
        return host().isPresent() && username().isPresent() && password().isPresent();
    }
}
