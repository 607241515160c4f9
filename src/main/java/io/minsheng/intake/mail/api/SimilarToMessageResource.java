package io.minsheng.intake.mail.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.mail.CompareWithCases;
import io.minsheng.proposal.SimilarCases.Similar;

/** Cases that want the same as a mail, for whoever decides about it. */
@Path("/api/v1/mailbox/messages/{id}/similar")
@RolesAllowed("TRIAGE")
@Produces(MediaType.APPLICATION_JSON)
public class SimilarToMessageResource {

    private final CompareWithCases compare;
    private final CurrentActor actor;

    SimilarToMessageResource(CompareWithCases compare, CurrentActor actor) {
        this.compare = compare;
        this.actor = actor;
    }

    /** A case and why it is alike; its title is masked. */
    public record Alike(String caseNumber, String title, double score, List<String> reasons) {

        static Alike of(Similar each) {
            return new Alike(each.caseNumber(), each.title(), each.score(), each.why());
        }
    }

    /** The cases, the most alike first. */
    public record Answers(List<Alike> items) {
    }

    @GET
    @Operation(summary = "与来信相似的案件", description = "最多 5 件，最相似的在前；附理由。part 是来信中的第几条建议，从 1 起。")
    public Answers toMessage(@PathParam("id") String id, @QueryParam("part") @DefaultValue("1") int part) {
        return new Answers(compare.toMessage(id, part, actor.get()).stream().map(Alike::of).toList());
    }
}
