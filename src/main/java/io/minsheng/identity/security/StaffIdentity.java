package io.minsheng.identity.security;

import io.minsheng.identity.Account;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Makes the framework's identity of an account. */
final class StaffIdentity {

    private StaffIdentity() {
    }

    static SecurityIdentity of(Account account) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(account.username()))
                .addAttribute(CurrentActor.ATTRIBUTE, account.actor());
        account.roles().stream().map(Role::name).forEach(identity::addRole);
        return identity.build();
    }
}
