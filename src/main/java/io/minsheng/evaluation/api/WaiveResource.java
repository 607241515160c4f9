package io.minsheng.evaluation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.minsheng.evaluation.WaivePart;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Proposal;

/** {@code POST /api/v1/tasks/{id}/waive}. */
@Path("/api/v1/tasks/{id}/waive")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER", "DEPARTMENT" })
public class WaiveResource {

    private final WaivePart waivePart;
    private final CurrentActor actor;

    WaiveResource(WaivePart waivePart, CurrentActor actor) {
        this.waivePart = waivePart;
        this.actor = actor;
    }

    /** The body. */
    public record Waiver(String reason) {
    }

    /** The case as it stands afterwards. */
    public record Waived(String caseNumber, String stage) {
    }

    @POST
    @Operation(summary = "Go on without an overdue assistant's opinion (TRIAGE)")
    public Waived waive(@PathParam("id") String id, Waiver body) {
        if (body == null) {
            throw Refusal.invalid("reason", "请填写理由。");
        }
        Proposal proposal = waivePart.waive(id, body.reason(), actor.get());
        return new Waived(proposal.caseNumber(), proposal.stage().name());
    }
}
