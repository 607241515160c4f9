package io.minsheng.evaluation.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.minsheng.evaluation.EvaluationForm;
import io.minsheng.evaluation.ReviseOpinion;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Proposal;

/** {@code POST /api/v1/cases/{caseNumber}/opinion}: a department replaces its opinion. */
@Path("/api/v1/cases/{caseNumber}/opinion")
@RolesAllowed("DEPARTMENT")
public class OpinionResource {

    private final ReviseOpinion reviseOpinion;
    private final CurrentActor actor;

    OpinionResource(ReviseOpinion reviseOpinion, CurrentActor actor) {
        this.reviseOpinion = reviseOpinion;
        this.actor = actor;
    }

    /** The case as it stands. */
    public record Revised(String caseNumber, String stage) {
    }

    @POST
    @Operation(summary = "Replace the own opinion until the conclusion is claimed; body as SUBMIT of EVALUATION")
    public Revised revise(@PathParam("caseNumber") String caseNumber, EvaluationForm body) {
        if (body == null) {
            throw Refusal.invalid("opinion", "请填写评估意见。");
        }
        Proposal proposal = reviseOpinion.revise(caseNumber, body, actor.get());
        return new Revised(proposal.caseNumber(), proposal.stage().name());
    }
}
