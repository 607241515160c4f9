package io.minsheng.triage.similar.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.proposal.SimilarCases;
import io.minsheng.proposal.SimilarCases.Similar;

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

    /** A case and why it is alike. */
    public record StaffAnswer(String caseNumber, String title, double score, List<String> reasons) {

        static StaffAnswer of(Similar each) {
            return new StaffAnswer(each.caseNumber(), each.title(), each.score(), each.why());
        }
    }

    /** The cases, the most alike first. */
    public record Answers(List<StaffAnswer> items) {
    }

    @GET
    @Operation(summary = "与一个案件相似的案件", description = "只有您可以查看的案件，最相似的在前；附理由。")
    public Answers toCase(@PathParam("caseNumber") String caseNumber) {
        return new Answers(similar.toCase(caseNumber, actor.get()).stream().map(StaffAnswer::of).toList());
    }
}
