package io.minsheng.closing.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.closing.CloseCampaign;
import io.minsheng.closing.Missing;
import io.minsheng.closing.Reconcile;
import io.minsheng.closing.Reconciliation;
import io.minsheng.closing.Sums;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Problem;
import io.minsheng.proposal.Disposition;

/** Reconciliation and closing of a campaign. */
@Path("/api/v1/campaigns/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "工作人员")
public class ClosingResource {

    private final Reconcile reconcile;
    private final CloseCampaign close;
    private final Campaigns campaigns;
    private final CurrentActor actor;

    ClosingResource(Reconcile reconcile, CloseCampaign close, Campaigns campaigns, CurrentActor actor) {
        this.reconcile = reconcile;
        this.close = close;
        this.campaigns = campaigns;
        this.actor = actor;
    }

    /** The sums; {@code details} has for every channel, category and township how its cases ended. */
    public record ReconciliationAnswer(long received, Map<Disposition, Long> byDisposition, long open, boolean balanced,
            Map<String, Long> byChannel, Map<String, Long> byCategory, Map<String, Long> byTownship, Details details) {
    }

    /** How the cases of every kind ended. */
    public record Details(Map<String, Sums> byChannel, Map<String, Sums> byCategory, Map<String, Sums> byTownship) {
    }

    /** A closed campaign. */
    public record Closed(String code, CampaignState state, OffsetDateTime closedAt) {
    }

    /** A problem document that says what is missing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NotYet(@JsonUnwrapped Problem problem, List<Missing> missing) {
    }

    @GET
    @Path("/reconciliation")
    @RolesAllowed({ "TRIAGE", "CHIEF", "LEADER", "AUDITOR" })
    @Operation(summary = "结案核对：收到的建议去向")
    public ReconciliationAnswer reconciliation(@PathParam("code") String code) {
        Reconciliation sums = reconcile.of(code);
        Details details = new Details(named(sums.byChannel()), sums.byCategory(), sums.byTownship());
        return new ReconciliationAnswer(sums.total().received(), sums.total().byDisposition(), sums.total().open(),
                sums.balanced(), received(details.byChannel()), received(details.byCategory()), received(details.byTownship()),
                details);
    }

    @POST
    @Path("/close")
    @RolesAllowed("CHIEF")
    @Operation(summary = "结案；尚有未办结、未答复或数目不符时 409，并列出缺什么")
    public Response close(@PathParam("code") String code) {
        List<Missing> missing;
        try {
            missing = close.close(code, actor.get());
        } catch (Refusal refusal) {
            if (refusal.status() != Response.Status.CONFLICT.getStatusCode()) {
                throw refusal;
            }
            // whoever asks too early is told all the same what there is to do
            return notYet(refusal, close.missing(code));
        }
        if (!missing.isEmpty()) {
            return notYet(Refusal.conflict("还不能结案：有 " + missing.size() + " 项尚未完成。"), missing);
        }
        return Response.ok(new Closed(code, CampaignState.CLOSED, Shanghai.iso(campaigns.byCode(code).closedAt()))).build();
    }

    private static Response notYet(Refusal refusal, List<Missing> missing) {
        Problem problem = Problem.of(refusal);
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(new NotYet(problem, missing)).build();
    }

    private static Map<String, Sums> named(Map<? extends Enum<?>, Sums> sums) {
        Map<String, Sums> named = new TreeMap<>();
        sums.forEach((key, value) -> named.put(key.name(), value));
        return named;
    }

    private static Map<String, Long> received(Map<String, Sums> sums) {
        Map<String, Long> received = new TreeMap<>();
        sums.forEach((key, value) -> received.put(key, value.received()));
        return received;
    }
}
