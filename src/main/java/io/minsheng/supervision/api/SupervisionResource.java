package io.minsheng.supervision.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.supervision.SupervisionAnswer;
import io.minsheng.supervision.ViewSupervision;
import io.minsheng.supervision.WriteNotice;

/** One supervision, and its notice as a document. */
@Path("/api/v1/supervisions")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Tag(name = "督办")
public class SupervisionResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ViewSupervision viewSupervision;
    private final WriteNotice writeNotice;
    private final CurrentActor actor;

    SupervisionResource(ViewSupervision viewSupervision, WriteNotice writeNotice, CurrentActor actor) {
        this.viewSupervision = viewSupervision;
        this.writeNotice = writeNotice;
        this.actor = actor;
    }

    @GET
    @Path("/{id:[A-Za-z0-9]+}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "一项督办")
    public SupervisionAnswer show(@PathParam("id") String id) {
        return SupervisionAnswer.of(viewSupervision.view(id, actor.get()));
    }

    @GET
    @Path("/{id:[A-Za-z0-9]+}.docx")
    @Produces(DOCX)
    @Operation(summary = "督办通知书（docx）")
    public Response document(@PathParam("id") String id) {
        return Response.ok(writeNotice.docx(writeNotice.sheet(id, actor.get())), DOCX)
                .header("Content-Disposition", "attachment; filename=\"notice-" + id + ".docx\"").build();
    }
}
