package io.minsheng.supervision.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.minsheng.identity.CurrentActor;
import io.minsheng.supervision.WriteNotice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A 督办通知书 on paper. */
@Path("/staff/supervisions/{id}")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class NoticePages {

    private final WriteNotice writeNotice;
    private final CurrentActor actor;

    NoticePages(WriteNotice writeNotice, CurrentActor actor) {
        this.writeNotice = writeNotice;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "supervision")
    static class Templates {

        static native TemplateInstance notice(WriteNotice.Sheet sheet);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("id") String id) {
        return Templates.notice(writeNotice.sheet(id, actor.get()));
    }
}
