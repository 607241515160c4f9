package io.minsheng.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.crypto.SecretFile;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.runtime.StartupEvent;

/**
 * The first administrator of a database without accounts: with the password of MINSHENG_ADMIN_PASSWORD, else by a one-time link
 * in a file that only the program's user can read. There is never a default password.
 */
@Singleton
public class FirstAdmin {

    static final String USERNAME = "admin";
    static final String FILE = "first-admin.txt";
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

    private final Accounts accounts;
    private final Invitations invitations;
    private final PublicUrl url;
    private final Event<Act> acts;
    private final Optional<String> password;
    private final Path file;

    FirstAdmin(Accounts accounts, Invitations invitations, PublicUrl url, Event<Act> acts,
            @ConfigProperty(name = "minsheng.admin-password") Optional<String> password,
            @ConfigProperty(name = "minsheng.data-dir", defaultValue = "./data") Path dataFolder) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.url = url;
        this.acts = acts;
        this.password = password.filter(each -> !each.isBlank());
        this.file = dataFolder.resolve(FILE);
    }

    /** After the demo, which brings its own accounts. */
    @Transactional
    void start(@Observes @Priority(400) StartupEvent event) {
        if (accounts.count() > 0) {
            return;
        }
        if (password.isPresent()) {
            List<Violation> weak = new ArrayList<>();
            PasswordRule.check("password", password.get(), USERNAME, weak);
            weak.forEach(each -> LOG.warnf("MINSHENG_ADMIN_PASSWORD：%s", each.message()));
            create(USERNAME, password.get());
        } else {
            write(url.to("/first-admin/" + invitations.invite(USERNAME)));
        }
    }

    /**
     * Whether a link still works.
     *
     * @throws Refusal 404
     */
    @Transactional
    public void open(String token) {
        invitation(token);
    }

    /**
     * Sets the first password; the link works once.
     *
     * @throws Refusal 400 password, 404 unknown, used or expired link
     */
    @Transactional
    public void accept(String token, String chosen, String repeated) {
        Invitation invitation = invitation(token);
        List<Violation> violations = new ArrayList<>();
        PasswordRule.check("password", chosen, invitation.username(), violations);
        if (chosen != null && !chosen.equals(repeated)) {
            violations.add(new Violation("repeated", "两次输入的密码不一致。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        invitations.end(invitation.username());
        create(invitation.username(), chosen);
        accounts.flush();
        forgetFile();
    }

    private Invitation invitation(String token) {
        return invitations.valid(token).filter(each -> accounts.byUsername(each.username()).isEmpty())
                .orElseThrow(() -> Refusal.notFound("这个链接无效、已使用或已过期。"));
    }

    private void create(String username, String chosen) {
        Account account = accounts.create(username, "系统管理员", chosen, null, Set.of(Role.ADMIN));
        acts.fire(new Act(Actor.SYSTEM.username(), "ACCOUNT_CREATED", "ACCOUNT", account.id(), null, username + " ADMIN"));
    }

    private void write(String link) {
        try {
            SecretFile.replace(file, link);
            LOG.warnf("还没有任何账号：请在 7 天内打开 %s 中的一次性链接设置管理员密码。", file.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void forgetFile() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("请手工删除 %s，其中的链接已失效。", file.toAbsolutePath().normalize());
        }
    }
}
