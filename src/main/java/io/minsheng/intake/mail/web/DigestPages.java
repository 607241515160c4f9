package io.minsheng.intake.mail.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.minsheng.intake.mail.watch.ComposeDigest;
import io.minsheng.intake.mail.watch.Digest;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What failed and what waits, as the daily digest tells it, now. */
@Path("/staff/admin/digest")
@RolesAllowed("ADMIN")
public class DigestPages {

    private final ComposeDigest compose;

    DigestPages(ComposeDigest compose) {
        this.compose = compose;
    }

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance digest(Digest digest);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show() {
        return Templates.digest(compose.now());
    }
}
