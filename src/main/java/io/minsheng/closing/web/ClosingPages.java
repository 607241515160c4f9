package io.minsheng.closing.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.closing.CloseCampaign;
import io.minsheng.closing.Missing;
import io.minsheng.closing.Reconcile;
import io.minsheng.closing.Reconciliation;
import io.minsheng.closing.Sums;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Labels;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** 结案核对: where everything has gone, what is missing, and the button that closes the campaign. */
@Path("/staff/closing")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER", "AUDITOR" })
@Produces(MediaType.TEXT_HTML)
public class ClosingPages {

    private final Reconcile reconcile;
    private final CloseCampaign close;
    private final Campaigns campaigns;
    private final Labels labels;
    private final CurrentActor actor;
    private final PublicUrl url;
    private final InstantSource clock;

    ClosingPages(Reconcile reconcile, CloseCampaign close, Campaigns campaigns, Labels labels, CurrentActor actor,
            PublicUrl url, InstantSource clock) {
        this.reconcile = reconcile;
        this.close = close;
        this.campaigns = campaigns;
        this.labels = labels;
        this.actor = actor;
        this.url = url;
        this.clock = clock;
    }

    /** What the page shows. */
    public record View(Campaign campaign, CampaignState state, Reconciliation sums, List<Table> tables, List<Missing> missing,
            boolean mayClose, List<Campaign> others) {

        public Disposition[] dispositions() {
            return Disposition.values();
        }
    }

    /** Sums of one kind. */
    public record Table(String id, String title, List<Row> rows) {
    }

    /** One line of a table. */
    public record Row(String name, Sums sums) {
    }

    @CheckedTemplate(basePath = "closing")
    static class Templates {

        static native TemplateInstance campaign(View view, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public Response current() {
        String code = campaigns.current(clock.instant()).map(CampaignRules::code)
                .orElseThrow(() -> Refusal.notFound("还没有征集活动。"));
        return url.goTo("/staff/closing/" + code);
    }

    @GET
    @Path("/{code}")
    public TemplateInstance show(@PathParam("code") String code) {
        return Templates.campaign(view(code), FormErrors.none());
    }

    @POST
    @Path("/{code}")
    @RolesAllowed("CHIEF")
    public Response close(@PathParam("code") String code) {
        try {
            if (close.close(code, actor.get()).isEmpty()) {
                return url.goTo("/staff/closing/" + code);
            }
            return again(code, Refusal.conflict("还不能结案，请先完成下面列出的事项。"));
        } catch (Refusal refusal) {
            if (refusal.status() != Response.Status.CONFLICT.getStatusCode()) {
                throw refusal;
            }
            return again(code, refusal);
        }
    }

    private Response again(String code, Refusal refusal) {
        return Response.status(refusal.status()).entity(Templates.campaign(view(code), FormErrors.of(refusal))).build();
    }

    private View view(String code) {
        Reconciliation sums = reconcile.of(code);
        Campaign campaign = campaigns.byCode(code);
        CampaignState state = campaign.stateAt(clock.instant());
        List<Table> tables = List.of(
                new Table("channel", "按来源渠道", rows(sums.byChannel(), each -> each.label())),
                new Table("category", "按事项类别", rows(sums.byCategory(), each -> labels.category(code, each))),
                new Table("township", "按镇街",
                        rows(sums.byTownship(), each -> each.isEmpty() ? "未填写" : labels.township(each))));
        return new View(campaign, state, sums, tables, close.missing(code),
                actor.get().has(Role.CHIEF) && state == CampaignState.HANDLING,
                campaigns.newestFirst().stream().filter(each -> !each.code().equals(code)).toList());
    }

    private static <K> List<Row> rows(Map<K, Sums> sums, Function<K, String> name) {
        return sums.entrySet().stream().map(each -> new Row(name.apply(each.getKey()), each.getValue())).toList();
    }
}
