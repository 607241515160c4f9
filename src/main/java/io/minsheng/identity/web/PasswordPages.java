package io.minsheng.identity.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.minsheng.identity.ChangeOwnPassword;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;

/** The own password; afterwards one signs in anew, here as everywhere. */
@Path("/staff/password")
@Authenticated
public class PasswordPages {

    private final ChangeOwnPassword changePassword;
    private final CurrentActor actor;
    private final CurrentIdentityAssociation identity;
    private final PublicUrl url;

    PasswordPages(ChangeOwnPassword changePassword, CurrentActor actor, CurrentIdentityAssociation identity, PublicUrl url) {
        this.changePassword = changePassword;
        this.actor = actor;
        this.identity = identity;
        this.url = url;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance password(FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show() {
        return Templates.password(FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestForm String old, @RestForm String password, @RestForm String repeated) {
        try {
            changePassword.change(old, password, repeated, actor.get());
        } catch (Refusal refusal) {
            return Html.page(refusal.status(), Templates.password(FormErrors.of(refusal)));
        }
        FormAuthenticationMechanism.logout(identity.getIdentity());
        return url.goTo("/login?changed=1");
    }
}
