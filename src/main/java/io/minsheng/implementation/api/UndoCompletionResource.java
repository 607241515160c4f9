package io.minsheng.implementation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.implementation.UndoCompletion;
import io.minsheng.platform.error.Refusal;

/** {@code POST /api/v1/projects/{id}/undo-completion}. */
@Path("/api/v1/projects/{id}/undo-completion")
@RolesAllowed({ "TRIAGE", "CHIEF", "DEPARTMENT", "LEADER" })
@Tag(name = "项目")
public class UndoCompletionResource {

    private final UndoCompletion undoCompletion;
    private final CurrentActor actor;

    UndoCompletionResource(UndoCompletion undoCompletion, CurrentActor actor) {
        this.undoCompletion = undoCompletion;
        this.actor = actor;
    }

    /** The body. */
    public record Mistake(String reason) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "撤销误报的完成（TRIAGE、CHIEF）", description = "项目恢复为实施中，随后逐件更新建议；这个月重新报送。")
    public Response undo(@PathParam("id") String id, Mistake body) {
        if (body == null) {
            throw Refusal.invalid("reason", "请填写撤销理由。");
        }
        undoCompletion.undo(id, body.reason(), actor.get());
        return Response.accepted().build();
    }
}
