package io.minsheng.intake.mail.imap;

import java.nio.file.Path;
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

    /** What is done on the server with a mail once it is stored: nothing, seen or move. */
    @WithDefault("nothing")
    Mailbox.Afterwards afterwards();

    /** The folder for {@code move}. */
    Optional<String> moveTo();

    /** PEM file with certificates to trust besides the usual ones, for a server with one of its own; for all mailboxes. */
    Optional<Path> certificates();

    /** After so long without a good poll the server counts as degraded. */
    @WithDefault("PT15M")
    Duration degradedAfter();

    @WithDefault("generic")
    Profile profile();

    /** How often it is looked whether a mailbox is due; {@code off} for never. */
    @WithDefault("5s")
    String lookInterval();

    /** How often the numbers for monitoring are looked up; {@code off} for never. */
    @WithDefault("20s")
    String metricsInterval();

    /** How often stored mails are looked at that still have to be read; {@code off} for never. */
    @WithDefault("10s")
    String processInterval();

    /** How the connection is protected. */
    enum Security {

        TLS("TLS（推荐，一般为 993 端口）", 993),
        STARTTLS("STARTTLS（一般为 143 端口）", 143),
        NONE("不加密（仅限内网）", 143);

        private final String label;
        private final int port;

        Security(String label, int port) {
            this.label = label;
            this.port = port;
        }

        public String label() {
            return label;
        }

        /** The usual port. */
        public int port() {
            return port;
        }
    }

    /** Habits of the provider. */
    enum Profile {

        /** Wants an authorisation code, dislikes new connections. */
        QQ("QQ 邮箱"),
        /** Wants an authorisation code and ID (RFC 2971) before a folder is opened. */
        NETEASE("网易邮箱（163、126）"),
        GENERIC("其他");

        private final String label;

        private static final Duration SELDOM = Duration.ofMinutes(2);

        Profile(String label) {
            this.label = label;
        }

        /** How often it may be polled at most. */
        public Duration leastInterval() {
            return this == QQ ? SELDOM : Duration.ZERO;
        }

        public String label() {
            return label;
        }
    }

    /** Whether there is enough to connect. */
    default boolean complete() {
        return host().isPresent() && username().isPresent() && password().isPresent();
    }
}
