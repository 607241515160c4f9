package io.minsheng.identity.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Account;
import io.minsheng.identity.Accounts;
import io.minsheng.identity.StandInRights;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/**
 * The person of a session cookie; read anew with each request, so that a deactivated account is out at once, and so is a
 * session that began with a password that was changed since.
 */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<TrustedAuthenticationRequest> {

    private final Accounts accounts;
    private final StandInRights rights;

    SessionIdentityProvider(Accounts accounts, StandInRights rights) {
        this.accounts = accounts;
        this.rights = rights;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.getPrincipal()));
    }

    @Transactional
    SecurityIdentity identity(String sessionName) {
        return accounts.byUsername(StaffIdentity.username(sessionName)).filter(Account::active)
                .filter(each -> StaffIdentity.sessionName(each).equals(sessionName))
                .map(each -> StaffIdentity.of(each, rights.actor(each)))
                .orElseThrow(AuthenticationFailedException::new);
    }
}
