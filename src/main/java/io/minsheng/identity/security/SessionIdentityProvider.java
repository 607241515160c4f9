package io.minsheng.identity.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Account;
import io.minsheng.identity.Accounts;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/**
 * The person of a session cookie; read anew with each request, so that a deactivated account is out at once, and so is a
 * session
 * that began with a password that was changed since.
 */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<TrustedAuthenticationRequest> {

    private final Accounts accounts;

    SessionIdentityProvider(Accounts accounts) {
        this.accounts = accounts;
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
                .filter(each -> StaffIdentity.sessionName(each).equals(sessionName)).map(StaffIdentity::of)
                .orElseThrow(AuthenticationFailedException::new);
    }
}
