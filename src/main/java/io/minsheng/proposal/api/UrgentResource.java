package io.minsheng.proposal.api;

import java.time.OffsetDateTime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.MarkUrgent;
import io.minsheng.proposal.Proposal;

/** {@code POST /api/v1/cases/{caseNumber}/urgent}. */
@Path("/api/v1/cases/{caseNumber}/urgent")
@RolesAllowed({ "TRIAGE", "CHIEF" })
@Tag(name = "案件")
public class UrgentResource {

    private final MarkUrgent markUrgent;
    private final CurrentActor actor;

    UrgentResource(MarkUrgent markUrgent, CurrentActor actor) {
        this.markUrgent = markUrgent;
        this.actor = actor;
    }

    /** Whether the case is urgent, and why or why not any more. */
    public record UrgentBody(Boolean urgent, String reason) {
    }

    /** How it stands now; {@code since} is absent when it is not urgent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UrgentAnswer(String caseNumber, boolean urgent, OffsetDateTime since) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "标记紧急（涉险涉稳），或取消标记")
    public UrgentAnswer mark(@PathParam("caseNumber") String caseNumber, UrgentBody body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交内容。");
        }
        Proposal proposal = markUrgent.mark(caseNumber, body.urgent(), body.reason(), actor.get());
        return new UrgentAnswer(caseNumber, proposal.urgent(), Shanghai.iso(proposal.urgentSince()));
    }
}
