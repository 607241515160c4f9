package io.minsheng.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** An administrator creates accounts and takes them out of use; each is a logged act. */
@ApplicationScoped
public class KeepAccounts {

    private static final String USERNAME = "[a-z0-9][a-z0-9._-]{1,59}";
    private static final LengthRule DISPLAY_NAME = new LengthRule("displayName", "姓名", 1, 60);
    private static final Set<Role> ALONE = Set.of(Role.ADMIN, Role.AUDITOR);

    private final Accounts accounts;
    private final Organisations organisations;
    private final Event<Act> acts;
    private final Event<AccountClosed> closed;

    KeepAccounts(Accounts accounts, Organisations organisations, Event<Act> acts, Event<AccountClosed> closed) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.acts = acts;
        this.closed = closed;
    }

    /** All accounts, by name. */
    @Transactional
    public List<Account> all() {
        return accounts.list("order by username");
    }

    /**
     * Creates an account.
     *
     * @throws Refusal 400 with all fields that do not pass, 403 not an administrator
     */
    @Transactional
    public Account create(NewAccount wanted, Actor actor) {
        requireAdmin(actor);
        List<Violation> violations = new ArrayList<>();
        checkName(wanted, violations);
        checkRoles(wanted, violations);
        PasswordRule.check("password", wanted.password(), wanted.username(), violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        Account account = accounts.create(wanted.username(), Texts.cleanLine(wanted.displayName()), wanted.password(),
                wanted.organisation(), wanted.roles());
        String roles = wanted.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        tell(account, "ACCOUNT_CREATED", account.username() + " " + roles
                + (wanted.organisation() == null ? "" : " " + wanted.organisation()), actor);
        return account;
    }

    /**
     * Takes an account out of use, at once also for running sessions, or back into use. What it had to do goes back
     * to its group.
     *
     * @throws Refusal 403, 404, 409 the own account
     */
    @Transactional
    public void activate(String id, boolean wanted, Actor actor) {
        requireAdmin(actor);
        Account account = accounts.findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这个账号。"));
        if (account.username().equals(actor.username())) {
            throw Refusal.conflict("不能停用自己的账号。");
        }
        account.activate(wanted);
        tell(account, wanted ? "ACCOUNT_ACTIVATED" : "ACCOUNT_DEACTIVATED", account.username(), actor);
        if (!wanted) {
            closed.fire(new AccountClosed(account.username(), actor));
        }
    }

    private void checkName(NewAccount wanted, List<Violation> violations) {
        if (wanted.username() == null || !wanted.username().matches(USERNAME)) {
            violations.add(new Violation("username", "用户名用 2 到 60 个小写字母、数字、点、横线。"));
        } else if (Set.of(Actor.SYSTEM.username(), Actor.RESIDENT.username()).contains(wanted.username())
                || accounts.byUsername(wanted.username()).isPresent()) {
            violations.add(new Violation("username", "这个用户名已被使用。"));
        }
        DISPLAY_NAME.check(Texts.cleanLine(wanted.displayName()), violations);
    }

    private void checkRoles(NewAccount wanted, List<Violation> violations) {
        if (wanted.roles().isEmpty()) {
            violations.add(new Violation("roles", "请至少选择一个角色。"));
        } else if (wanted.roles().size() > 1 && wanted.roles().stream().anyMatch(ALONE::contains)) {
            violations.add(new Violation("roles", "系统管理和审计不能兼任其他角色。"));
        }
        if (wanted.organisation() != null && organisations.find(wanted.organisation()).isEmpty()) {
            violations.add(new Violation("organisation", "没有这个单位。"));
        } else if (wanted.organisation() == null
                && (wanted.roles().contains(Role.DEPARTMENT) || wanted.roles().contains(Role.REGISTRAR))) {
            violations.add(new Violation("organisation", "部门联络员和窗口登记须选择所在单位。"));
        }
    }

    private void tell(Account account, String action, String detail, Actor actor) {
        acts.fire(new Act(actor.username(), action, "ACCOUNT", account.id(), null, detail));
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以管理账号。");
        }
    }
}
