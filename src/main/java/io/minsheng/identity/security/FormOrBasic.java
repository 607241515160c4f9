package io.minsheng.identity.security;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.minsheng.platform.web.Problem;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * HTTP Basic where the header is sent, else the form-login cookie. Programs under {@code /api} are told 401 with a problem
 * document, people elsewhere are led to the login page.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class FormOrBasic implements HttpAuthenticationMechanism {

    private static final ChallengeData BASIC = new ChallengeData(401, "WWW-Authenticate", Problem.BASIC);

    private final FormAuthenticationMechanism form;
    private final BasicAuthenticationMechanism basic;

    FormOrBasic(FormAuthenticationMechanism form, BasicAuthenticationMechanism basic) {
        this.form = form;
        this.basic = basic;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return context.request().getHeader("Authorization") == null ? form.authenticate(context, providers)
                : basic.authenticate(context, providers);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Problem.wantedAt(context.normalizedPath()) ? Uni.createFrom().item(BASIC) : form.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (!Problem.wantedAt(context.normalizedPath())) {
            return form.sendChallenge(context);
        }
        context.response().setStatusCode(401).putHeader(BASIC.headerName.toString(), BASIC.headerContent)
                .putHeader("Content-Type", Problem.MEDIA_TYPE);
        context.response().end(Problem.unauthorized().toJson());
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(UsernamePasswordAuthenticationRequest.class, TrustedAuthenticationRequest.class);
    }
}
