package io.minsheng.triage.similar.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.proposal.AlikeCases;
import io.minsheng.proposal.SimilarCases;

/** Cases that want the same as a case, for staff. */
@Path("/api/v1/cases/{caseNumber}/similar")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "相似建议")
public class CaseSimilarResource {

    private final SimilarCases similar;
    private final CurrentActor actor;

    CaseSimilarResource(SimilarCases similar, CurrentActor actor) {
        this.similar = similar;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "与一个案件相似的案件", description = "只有您可以查看的案件，最相似的在前；附理由。")
    public AlikeCases toCase(@PathParam("caseNumber") String caseNumber) {
        return AlikeCases.of(similar.toCase(caseNumber, actor.get()));
    }
}
