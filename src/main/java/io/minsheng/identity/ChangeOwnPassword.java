package io.minsheng.identity;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A member of staff changes the own password; all sessions that began with the old one are over, on every node. A wrong old one
 * counts like a failed sign-in, so that who finds an open screen cannot try passwords here.
 */
@ApplicationScoped
public class ChangeOwnPassword {

    /** Stands, with the name, for the address of whoever is signed in: their tries count by themselves. */
    private static final String SIGNED_IN = "signed-in:";

    private final Accounts accounts;
    private final CheckPassword checkPassword;
    private final Event<Act> acts;

    ChangeOwnPassword(Accounts accounts, CheckPassword checkPassword, Event<Act> acts) {
        this.accounts = accounts;
        this.checkPassword = checkPassword;
        this.acts = acts;
    }

    /**
     * Changes it. Not to be called in a transaction: a wrong old password must be counted though nothing else is done.
     *
     * @throws Refusal 400 with all fields that do not pass
     */
    public void change(String old, String wanted, String repeated, Actor actor) {
        List<Violation> violations = new ArrayList<>();
        if (old == null || old.isEmpty()) {
            violations.add(new Violation("old", "请输入现在的密码。"));
        }
        PasswordRule.check("password", wanted, actor.username(), violations);
        if (violations.isEmpty() && !wanted.equals(repeated)) {
            violations.add(new Violation("repeated", "两次输入的密码不一致。"));
        }
        if (violations.isEmpty() && wanted.equals(old)) {
            violations.add(new Violation("password", "新密码不能与现在的密码相同。"));
        }
        if (violations.isEmpty() && checkPassword.check(actor.username(), old, SIGNED_IN + actor.username()).isEmpty()) {
            violations.add(new Violation("old", "现在的密码不正确。连续输错，账号会被暂时锁定。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        String hash = Accounts.hash(wanted);
        QuarkusTransaction.requiringNew().run(() -> {
            Account account = accounts.byUsername(actor.username()).orElseThrow(Refusal::unauthorized);
            account.changePassword(hash);
            acts.fire(new Act(actor.username(), "PASSWORD_CHANGED", "ACCOUNT", account.id(), null, ""));
        });
    }
}
