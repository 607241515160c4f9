package io.minsheng.worklist;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Account;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.quarkus.qute.TemplateData;

/** To whom a person can give tasks: those with the same roles, departments among themselves, and the head's office. */
@ApplicationScoped
public class Colleagues {

    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A person to choose. */
    @TemplateData
    public record Colleague(String username, String name) {
    }

    /** By name, without the person. */
    @Transactional
    public List<Colleague> of(Actor actor) {
        Set<Role> shared = EnumSet.noneOf(Role.class);
        for (Role each : new Role[] { Role.TRIAGE, Role.CHIEF, Role.LEADER, Role.DEPARTMENT }) {
            if (actor.has(each) || each == Role.TRIAGE && actor.has(Role.CHIEF)) {
                shared.add(each);
            }
        }
        return accounts.inUse(shared).stream().filter(each -> !each.username().equals(actor.username()))
                .filter(each -> shares(each, shared, actor)).map(each -> new Colleague(each.username(), each.displayName()))
                .toList();
    }

    /**
     * A colleague by user name.
     *
     * @throws Refusal 400 unknown or not in use
     */
    @Transactional
    public Actor named(String username) {
        return accounts.byUsername(username == null ? "" : username).filter(Account::active).map(Account::actor)
                .orElseThrow(() -> Refusal.invalid("to", "请选择要转交的同事。"));
    }

    private static boolean shares(Account account, Set<Role> shared, Actor actor) {
        return account.roles().stream().filter(shared::contains).anyMatch(role -> role != Role.DEPARTMENT
                || account.organisation() != null && account.organisation().equals(actor.organisation()));
    }
}
