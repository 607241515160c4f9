package io.minsheng.identity.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.identity.CheckPassword;
import io.minsheng.identity.StandInRights;
import io.minsheng.platform.web.ClientAddress;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;

/** Name and password, from the login form or HTTP Basic. */
@ApplicationScoped
class PasswordIdentityProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final CheckPassword checkPassword;
    private final StandInRights rights;
    private final ClientAddress addresses;

    PasswordIdentityProvider(CheckPassword checkPassword, StandInRights rights, ClientAddress addresses) {
        this.checkPassword = checkPassword;
        this.rights = rights;
        this.addresses = addresses;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        String address = addresses.of(HttpSecurityUtils.getRoutingContextAttribute(request).request());
        return context.runBlocking(() -> checkPassword
                .check(request.getUsername(), new String(request.getPassword().getPassword()), address)
                .map(each -> StaffIdentity.of(each, rights.actor(each)))
                .orElseThrow(AuthenticationFailedException::new));
    }
}
