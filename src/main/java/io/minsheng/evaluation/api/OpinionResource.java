package io.minsheng.evaluation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

import com.fasterxml.jackson.databind.JsonNode;

import io.minsheng.evaluation.EvaluationForm;
import io.minsheng.evaluation.ReviseOpinion;
import io.minsheng.identity.CurrentActor;
import io.minsheng.proposal.Proposal;
import io.minsheng.workflow.ReadBody;

/** {@code POST /api/v1/cases/{caseNumber}/opinion}: a department replaces its opinion. */
@Path("/api/v1/cases/{caseNumber}/opinion")
@RolesAllowed("DEPARTMENT")
public class OpinionResource {

    private final ReviseOpinion reviseOpinion;
    private final ReadBody readBody;
    private final CurrentActor actor;

    OpinionResource(ReviseOpinion reviseOpinion, ReadBody readBody, CurrentActor actor) {
        this.reviseOpinion = reviseOpinion;
        this.readBody = readBody;
        this.actor = actor;
    }

    /** The case as it stands. */
    public record Revised(String caseNumber, String stage) {
    }

    @POST
    @Operation(summary = "Replace the own opinion until the conclusion is claimed; body as SUBMIT of EVALUATION")
    @RequestBody(content = @Content(schema = @Schema(implementation = EvaluationForm.class)))
    public Revised revise(@PathParam("caseNumber") String caseNumber, JsonNode body) {
        ReadBody.Read<EvaluationForm> read = readBody.read(body, EvaluationForm.class);
        Proposal proposal = reviseOpinion.revise(caseNumber, read.form(), read.unreadable(), actor.get());
        return new Revised(proposal.caseNumber(), proposal.stage().name());
    }
}
