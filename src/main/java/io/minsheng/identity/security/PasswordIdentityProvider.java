package io.minsheng.identity.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.CheckPassword;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/** Name and password, from the login form or HTTP Basic. */
@ApplicationScoped
class PasswordIdentityProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final CheckPassword checkPassword;

    PasswordIdentityProvider(CheckPassword checkPassword) {
        this.checkPassword = checkPassword;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        return context.runBlocking(() -> checkPassword
                .check(request.getUsername(), new String(request.getPassword().getPassword())).map(StaffIdentity::of)
                .orElseThrow(AuthenticationFailedException::new));
    }
}
