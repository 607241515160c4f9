package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.imap.Mailbox.Afterwards;
import io.minsheng.intake.mail.imap.MailboxPassword;
import io.minsheng.intake.mail.imap.MailboxSettings.Profile;
import io.minsheng.intake.mail.imap.MailboxSettings.Security;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.Texts;

/** An administrator adds, changes and removes mailboxes; each is a logged act. What came from them stays. */
@ApplicationScoped
public class KeepMailboxes {

    /** An address of a page, a port behind the name, an e-mail address. */
    private static final Pattern NO_HOST = Pattern.compile(".*[/@\\s].*|[^:]+:\\d+");
    private static final int MAX_HOST = 200;
    private static final int MAX_NAME = 120;
    private static final int MAX_PORT = 65535;
    private static final int USUAL_SECONDS = 120;
    private static final int MIN_SECONDS = 30;
    private static final int MAX_SECONDS = 86_400;

    private final Mailboxes mailboxes;
    private final MailboxAccounts accounts;
    private final Vault vault;
    private final Event<Act> acts;
    private final InstantSource clock;

    KeepMailboxes(Mailboxes mailboxes, MailboxAccounts accounts, Vault vault, Event<Act> acts, InstantSource clock) {
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.vault = vault;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * All mailboxes.
     *
     * @throws Refusal 403 not ADMIN
     */
    public List<Mailbox> all(Actor actor) {
        requireAdmin(actor);
        return mailboxes.all();
    }

    /**
     * One of them.
     *
     * @throws Refusal 403, 404
     */
    public Mailbox byId(String id, Actor actor) {
        requireAdmin(actor);
        return mailboxes.byId(id);
    }

    /**
     * Adds a mailbox.
     *
     * @throws Refusal 400 with all fields that do not pass, 403
     */
    @Transactional
    public Mailbox add(MailboxForm form, Actor actor) {
        Mailbox wanted = checked(form, null, actor);
        MailboxAccount account = new MailboxAccount(clock.instant());
        account.change(wanted, sealed(wanted));
        accounts.persist(account);
        tell(account.id(), "MAILBOX_ADDED", wanted, actor);
        return account.mailbox(vault);
    }

    /**
     * Changes a mailbox.
     *
     * @throws Refusal 400, 403, 404, 409 the one of the environment
     */
    @Transactional
    public Mailbox change(String id, MailboxForm form, Actor actor) {
        MailboxAccount account = kept(id, actor);
        Mailbox wanted = checked(form, id, actor);
        account.change(wanted, sealed(wanted));
        tell(id, "MAILBOX_CHANGED", wanted, actor);
        return account.mailbox(vault);
    }

    /**
     * Forgets a mailbox and its password; the mails that came from it stay.
     *
     * @throws Refusal 403, 404, 409 the one of the environment
     */
    @Transactional
    public void remove(String id, Actor actor) {
        MailboxAccount account = kept(id, actor);
        tell(id, "MAILBOX_REMOVED", byId(id, actor), actor);
        accounts.delete(account);
    }

    /** The mailbox that a form describes; {@code id} is that of the one it changes, or null. */
    Mailbox checked(MailboxForm form, String id, Actor actor) {
        requireAdmin(actor);
        Mailbox present = id == null ? null : mailboxes.byId(id);
        Security security = form.security() == null ? Security.TLS : form.security();
        String host = Texts.cleanOrNull(form.host());
        String username = Texts.cleanOrNull(form.username());
        String folder = Texts.cleanOrNull(form.folder());
        Mailbox.Server server = new Mailbox.Server(host, form.port() == null ? security.port() : form.port(), security,
                form.profile() == null ? Profile.GENERIC : form.profile());
        MailboxPassword password = form.password() == null || form.password().isBlank()
                ? keptPassword(present, server, username)
                : MailboxPassword.typed(form.password().strip());
        Mailbox wanted = new Mailbox(id, server,
                new Mailbox.Account(username, password, folder == null ? "INBOX" : folder),
                new Mailbox.Habits(Duration.ofSeconds(form.pollSeconds() == null ? USUAL_SECONDS : form.pollSeconds()),
                        form.active() == null || form.active(),
                        form.afterwards() == null ? Afterwards.NOTHING : form.afterwards(),
                        form.afterwards() == Afterwards.MOVE ? Texts.cleanOrNull(form.moveTo()) : null));
        check(wanted);
        return wanted;
    }

    /** What is kept goes only where it always went: else a changed address would carry it to a stranger's server. */
    private static MailboxPassword keptPassword(Mailbox present, Mailbox.Server server, String username) {
        boolean same = present != null && present.account().username().equals(username)
                && present.server().host().equals(server.host()) && present.server().port() == server.port()
                && present.server().security() == server.security();
        return same ? present.account().password() : null;
    }

    private void check(Mailbox wanted) {
        List<Violation> violations = new ArrayList<>();
        need(wanted.server().host(), "host", "服务器地址", MAX_HOST, violations);
        if (wanted.server().host() != null && NO_HOST.matcher(wanted.server().host()).matches()) {
            violations.add(new Violation("host", "只填服务器的名称，例如 imap.qq.com，不带 https:// 和端口。"));
        }
        need(wanted.account().username(), "username", "用户名", MAX_NAME, violations);
        need(wanted.account().folder(), "folder", "文件夹", MAX_NAME, violations);
        if (wanted.account().password() == null) {
            violations.add(new Violation("password", "请填写密码或授权码；服务器、端口、加密方式或用户名改动后，须重新填写。"));
        }
        if (wanted.server().port() < 1 || wanted.server().port() > MAX_PORT) {
            violations.add(new Violation("port", "端口应为 1 到 65535。"));
        }
        checkHabits(wanted, violations);
        if (mailboxes.all().stream().anyMatch(each -> !each.id().equals(wanted.id()) && each.sharesRowsWith(wanted))) {
            violations.add(new Violation("username", "这个邮箱的这个文件夹已在收取。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    private static void checkHabits(Mailbox wanted, List<Violation> violations) {
        long seconds = wanted.habits().interval().toSeconds();
        if (seconds < MIN_SECONDS || seconds > MAX_SECONDS) {
            violations.add(new Violation("pollSeconds", "收取间隔应为 30 到 86400 秒。"));
        } else if (seconds < wanted.server().profile().leastInterval().toSeconds()) {
            violations.add(new Violation("pollSeconds", "QQ 邮箱不宜频繁收取，间隔不少于 120 秒。"));
        }
        if (wanted.habits().afterwards() == Afterwards.MOVE) {
            need(wanted.habits().moveTo(), "moveTo", "移到的文件夹", MAX_NAME, violations);
            if (Objects.equals(wanted.habits().moveTo(), wanted.folder())) {
                violations.add(new Violation("moveTo", "请填写另一个文件夹。"));
            }
        }
    }

    private static void need(String value, String field, String label, int max, List<Violation> violations) {
        if (value == null) {
            violations.add(new Violation(field, "请填写" + label + "。"));
        } else if (value.length() > max || value.chars().anyMatch(each -> each < ' ')) {
            violations.add(new Violation(field, label + "最多 " + max + " 字，不含换行。"));
        }
    }

    private MailboxAccount kept(String id, Actor actor) {
        requireAdmin(actor);
        if (Mailbox.CONFIGURED.equals(id)) {
            throw Refusal.conflict("这个邮箱由环境变量 MINSHENG_MAILBOX_… 设定，不能在这里修改。");
        }
        return accounts.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这个邮箱。"));
    }

    private byte[] sealed(Mailbox mailbox) {
        return mailbox.account().password().sealedBy(vault);
    }

    private void tell(String id, String action, Mailbox mailbox, Actor actor) {
        acts.fire(new Act(actor.username(), action, "MAILBOX", id, null, mailbox.account() + " @ " + mailbox.server().host()));
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以管理邮箱。");
        }
    }
}
