package io.minsheng.correspondence;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.minsheng.campaign.Campaigns;

/** Which addresses are ours, and which belong to machines: neither is ever written to by itself (RFC 3834). */
@Singleton
public class Addresses {

    private static final Pattern MACHINE = Pattern.compile(
            "(?:mailer-?daemon|postmaster|no-?_?reply|do-?not-?reply|noreply.*|bounces?|.*-bounces?|.*-request|owner-.*|listserv|majordomo)",
            Pattern.CASE_INSENSITIVE);

    private final Optional<String> from;
    private final Optional<String> mailbox;
    private final Campaigns campaigns;

    Addresses(MailSettings settings, @ConfigProperty(name = "quarkus.mailer.from") Optional<String> mailerFrom,
            @ConfigProperty(name = "minsheng.mailbox.username") Optional<String> mailbox, Campaigns campaigns) {
        this.from = settings.from().filter(each -> !each.isBlank()).or(() -> mailerFrom);
        this.mailbox = mailbox;
        this.campaigns = campaigns;
    }

    /** The address our mails come from; empty when none is configured. */
    public Optional<String> sender() {
        return from.filter(each -> each.contains("@")).or(() -> mailbox.filter(each -> each.contains("@")));
    }

    /** Where replies are read, if that is not the sender's own address. */
    Optional<String> replyTo() {
        return mailbox.filter(each -> each.contains("@"))
                .filter(each -> sender().filter(from -> bare(from).equals(bare(each))).isEmpty());
    }

    /** The sender, the mailbox, or the address of a campaign. */
    public boolean isOurs(String email) {
        return Stream.concat(Stream.of(from, mailbox).flatMap(Optional::stream), campaigns.mails().stream())
                .anyMatch(each -> bare(each).equals(bare(email)));
    }

    /** An address that no person reads. */
    public boolean isMachine(String email) {
        int at = email.indexOf('@');
        return at < 0 || MACHINE.matcher(email.substring(0, at)).matches();
    }

    private static String bare(String email) {
        int open = email.lastIndexOf('<');
        String bare = open < 0 ? email : email.substring(open + 1).replace(">", "");
        return bare.strip().toLowerCase(Locale.ROOT);
    }
}
