package io.minsheng.intake.mail.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.mail.CompareWithCases;
import io.minsheng.proposal.AlikeCases;

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

    @GET
    @Operation(summary = "与来信相似的案件", description = "最多 5 件，最相似的在前；附理由。part 是来信中的第几条建议，从 1 起。")
    public AlikeCases toMessage(@PathParam("id") String id, @QueryParam("part") Integer part) {
        return AlikeCases.of(compare.toMessage(id, part == null ? 1 : part, actor.get()));
    }
}
