package io.minsheng.identity.web;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.minsheng.platform.web.PublicUrl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;

/** Signs out: the session cookie is taken away. */
@Path("/logout")
public class LogoutPages {

    private final CurrentIdentityAssociation identity;
    private final PublicUrl url;

    LogoutPages(CurrentIdentityAssociation identity, PublicUrl url) {
        this.identity = identity;
        this.url = url;
    }

    @POST
    public Response logout() {
        if (!identity.getIdentity().isAnonymous()) {
            FormAuthenticationMechanism.logout(identity.getIdentity());
        }
        return url.goTo("/login?out=1");
    }
}
