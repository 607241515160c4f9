package io.minsheng.identity.security;

import io.minsheng.identity.Account;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Makes the framework's identity of a person. */
final class StaffIdentity {

    /** No user name has it. */
    private static final String BETWEEN = "#";

    private StaffIdentity() {
    }

    /**
     * The principal's name is what a session cookie keeps: it says with which password the session began.
     *
     * @param actor the account's person, with what is lent
     */
    static SecurityIdentity of(Account account, Actor actor) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(sessionName(account)))
                .addAttribute(CurrentActor.ATTRIBUTE, actor);
        actor.roles().stream().map(Role::name).forEach(identity::addRole);
        return identity.build();
    }

    static String sessionName(Account account) {
        return account.username() + BETWEEN + account.passwords();
    }

    static String username(String sessionName) {
        int between = sessionName.lastIndexOf(BETWEEN);
        return between < 0 ? sessionName : sessionName.substring(0, between);
    }
}
