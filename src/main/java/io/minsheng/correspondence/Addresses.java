package io.minsheng.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.minsheng.campaign.Campaigns;

/** Which addresses are ours, and which belong to machines: neither is ever written to by itself (RFC 3834). */
@Singleton
public class Addresses {

    private static final Pattern MACHINE = Pattern.compile(
            "(?:mailer-?daemon|postmaster|no[-_.]?reply.*|do[-_.]?not[-_.]?reply.*|auto[-_.]?(?:reply|responder)|bounces?|.*-bounces?|.*-request|owner-.*|listserv|majordomo)",
            Pattern.CASE_INSENSITIVE);

    private final Optional<String> from;
    private final Instance<ReadAddresses> read;
    private final Campaigns campaigns;

    Addresses(MailSettings settings, @ConfigProperty(name = "quarkus.mailer.from") Optional<String> mailerFrom,
            Instance<ReadAddresses> read, Campaigns campaigns) {
        this.from = settings.from().filter(each -> !each.isBlank()).or(() -> mailerFrom);
        this.read = read;
        this.campaigns = campaigns;
    }

    /** The address our mails come from; empty when none is configured. */
    public Optional<String> sender() {
        return from.filter(each -> each.contains("@")).or(() -> mailboxes().findFirst());
    }

    /** Where replies are read, if that is not the sender's own address. */
    Optional<String> replyTo() {
        List<String> boxes = mailboxes().toList();
        boolean readItself = sender().filter(from -> boxes.stream().anyMatch(each -> bare(each).equals(bare(from))))
                .isPresent();
        return readItself ? Optional.empty() : boxes.stream().findFirst();
    }

    /** The sender, a mailbox, or the address of a campaign. */
    public boolean isOurs(String email) {
        return Stream.of(from.stream(), mailboxes(), campaigns.mails().stream()).flatMap(each -> each)
                .anyMatch(each -> bare(each).equals(bare(email)));
    }

    /** An address that no person reads. */
    public boolean isMachine(String email) {
        int at = email.indexOf('@');
        return at < 0 || MACHINE.matcher(email.substring(0, at)).matches();
    }

    private Stream<String> mailboxes() {
        return read.isResolvable() ? read.get().addresses().stream().filter(each -> each.contains("@")) : Stream.empty();
    }

    private static String bare(String email) {
        int open = email.lastIndexOf('<');
        String bare = open < 0 ? email : email.substring(open + 1).replace(">", "");
        return bare.strip().toLowerCase(Locale.ROOT);
    }
}
