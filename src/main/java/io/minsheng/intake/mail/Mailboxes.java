package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.correspondence.ReadAddresses;
import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.MailboxPassword;
import io.minsheng.intake.mail.imap.MailboxSettings;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * All mailboxes that are read: the one that the environment names first, then those that administrators keep. One of them that
 * has come to have the same name and folder as the first rests: both would be read into the same rows.
 */
@ApplicationScoped
public class Mailboxes implements ReadAddresses {

    private static final Duration REMEMBERED = Duration.ofSeconds(20);

    private final MailboxSettings settings;
    private final MailboxAccounts accounts;
    private final Vault vault;
    private final InstantSource clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    Mailboxes(MailboxSettings settings, MailboxAccounts accounts, Vault vault, InstantSource clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
    }

    /** Asked for with every mail that goes out, hence remembered for a short while. */
    private record Known(List<String> addresses, Instant until) {
    }

    public List<Mailbox> all() {
        Optional<Mailbox> configured = configured();
        return Stream.concat(configured.stream(),
                kept().stream().filter(each -> configured.stream().noneMatch(each::sharesRowsWith))).toList();
    }

    /**
     * The mailbox with this id.
     *
     * @throws Refusal 404
     */
    public Mailbox byId(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这个邮箱。"));
    }

    /** The mailbox of the environment, if it says enough to connect. */
    Optional<Mailbox> configured() {
        return settings.complete() ? Optional.of(new Mailbox(Mailbox.CONFIGURED,
                new Mailbox.Server(settings.host().orElseThrow(),
                        settings.port().orElse(settings.security().port()), settings.security(), settings.profile()),
                new Mailbox.Account(settings.username().orElseThrow(),
                        MailboxPassword.typed(settings.password().orElseThrow()), settings.folder()),
                new Mailbox.Habits(interval(), settings.enabled(), settings.afterwards(),
                        settings.moveTo().orElse(null))))
                : Optional.empty();
    }

    /** QQ shuts out who comes more often, whatever the environment says. */
    private Duration interval() {
        Duration least = settings.profile().leastInterval();
        return settings.pollInterval().compareTo(least) < 0 ? least : settings.pollInterval();
    }

    @Override
    public List<String> addresses() {
        Known now = known;
        if (!clock.instant().isBefore(now.until())) {
            now = new Known(Stream.concat(settings.username().stream(), kept().stream().map(Mailbox::name)).distinct().toList(),
                    clock.instant().plus(REMEMBERED));
            known = now;
        }
        return now.addresses();
    }

    private List<Mailbox> kept() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> accounts.inOrder().stream().map(each -> each.mailbox(vault)).toList());
    }
}
