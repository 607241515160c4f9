package io.minsheng.identity.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The sign-in page of staff; the form itself goes to the form mechanism's own address. */
@Path("/login")
public class LoginPages {

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance login(boolean failed, boolean left, boolean changed, String target);

        private Templates() {
        }
    }

    private final String target;

    LoginPages(
            @ConfigProperty(name = "quarkus.http.auth.form.post-location", defaultValue = "/j_security_check") String target) {
        this.target = target;
    }

    @GET
    public TemplateInstance login(@QueryParam("error") String error, @QueryParam("out") String out,
            @QueryParam("changed") String changed) {
        return Templates.login(error != null, out != null, changed != null, target);
    }
}
