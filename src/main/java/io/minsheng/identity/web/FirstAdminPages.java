package io.minsheng.identity.web;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.FirstAdmin;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The one-time link of the first administrator. */
@Path("/first-admin/{token}")
public class FirstAdminPages {

    private final FirstAdmin firstAdmin;
    private final PublicUrl url;

    FirstAdminPages(FirstAdmin firstAdmin, PublicUrl url) {
        this.firstAdmin = firstAdmin;
        this.url = url;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance firstAdmin(FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("token") String token) {
        firstAdmin.open(token);
        return Templates.firstAdmin(FormErrors.none());
    }

    @POST
    public Object accept(@PathParam("token") String token, @FormParam("password") String password,
            @FormParam("repeated") String repeated) {
        try {
            firstAdmin.accept(token, password, repeated);
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return Response.status(400).entity(Templates.firstAdmin(FormErrors.of(refusal))).type("text/html;charset=UTF-8")
                    .build();
        }
        return url.goTo("/login");
    }
}
