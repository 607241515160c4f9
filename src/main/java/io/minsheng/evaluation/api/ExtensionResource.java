package io.minsheng.evaluation.api;

import java.time.OffsetDateTime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.minsheng.evaluation.AskExtension;
import io.minsheng.evaluation.DueExtension;
import io.minsheng.evaluation.ExtensionState;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;

/** {@code POST /api/v1/tasks/{id}/extension}. */
@Path("/api/v1/tasks/{id}/extension")
@RolesAllowed({ "DEPARTMENT", "TRIAGE", "CHIEF", "LEADER" })
public class ExtensionResource {

    private final AskExtension askExtension;
    private final CurrentActor actor;

    ExtensionResource(AskExtension askExtension, CurrentActor actor) {
        this.askExtension = askExtension;
        this.actor = actor;
    }

    /** The body. */
    public record Request(String reason) {
    }

    /** What waits for the chief now. */
    public record Asked(ExtensionState state, int workingDays, OffsetDateTime dueAt) {
    }

    @POST
    @Operation(summary = "Ask for more time for the own evaluation task, before its deadline, once; the chief decides (queue EXTENSION)")
    public Asked ask(@PathParam("id") String id, Request body) {
        if (body == null) {
            throw Refusal.invalid("reason", "请填写延期理由。");
        }
        DueExtension extension = askExtension.ask(id, body.reason(), actor.get());
        return new Asked(extension.state(), extension.workingDays(), Shanghai.iso(extension.dueBefore()));
    }
}
