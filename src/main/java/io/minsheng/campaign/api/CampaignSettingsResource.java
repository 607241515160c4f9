package io.minsheng.campaign.api;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.campaign.AskedField;
import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignPlan;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.ChangeCampaign;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.PlanCampaign;
import io.minsheng.campaign.Principle;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;

/** What a campaign rules, for the office: everything that differs between districts and years. */
@Path("/api/v1/campaigns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "工作人员")
public class CampaignSettingsResource {

    private final Campaigns campaigns;
    private final PlanCampaign planCampaign;
    private final ChangeCampaign changeCampaign;
    private final CurrentActor actor;
    private final InstantSource clock;

    CampaignSettingsResource(Campaigns campaigns, PlanCampaign planCampaign, ChangeCampaign changeCampaign,
            CurrentActor actor, InstantSource clock) {
        this.campaigns = campaigns;
        this.planCampaign = planCampaign;
        this.changeCampaign = changeCampaign;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A new campaign.
     *
     * @param code begins every case number, e.g. DZ2026
     * @param closes exclusive end
     */
    public record NewCampaign(String code, OffsetDateTime opens, OffsetDateTime closes, String title, int projectYear,
            Campaign.Contact contact, Deadlines deadlines, List<Category> categories, List<Principle> principles,
            List<AskedField> fields) {

        CampaignPlan plan() {
            return new CampaignPlan(title, projectYear, contact, deadlines, categories, principles, fields);
        }
    }

    /**
     * All that a campaign shall rule from now on.
     *
     * @param revision the one that was read
     */
    public record NewSettings(Integer revision, String title, int projectYear, Campaign.Contact contact, Deadlines deadlines,
            List<Category> categories, List<Principle> principles, List<AskedField> fields) {

        CampaignPlan plan() {
            return new CampaignPlan(title, projectYear, contact, deadlines, categories, principles, fields);
        }
    }

    /**
     * What a campaign rules.
     *
     * @param begun whether suggestions are or were taken: then year, subject phrase, form and the codes and names of categories
     *        and principles stay
     */
    public record Settings(String code, int revision, CampaignState state, boolean begun, OffsetDateTime opens,
            OffsetDateTime closes, String title, int projectYear, Campaign.Contact contact, Deadlines deadlines,
            List<Category> categories, List<Principle> principles, List<AskedField> fields) {
    }

    @POST
    @RolesAllowed("CHIEF")
    @Transactional
    @Operation(summary = "设立征集活动", description = "到开始时间之前处于筹备中，各项设置都可以再改。")
    public Response plan(NewCampaign wanted) {
        NewCampaign given = needed(wanted);
        Campaign campaign = planCampaign.plan(given.code(), given.opens() == null ? null : given.opens().toInstant(),
                given.closes() == null ? null : given.closes().toInstant(), given.plan(), actor.get());
        return Response.status(Response.Status.CREATED).entity(settings(campaign)).build();
    }

    @GET
    @Path("/{code}/settings")
    @RolesAllowed({ "TRIAGE", "CHIEF", "LEADER", "AUDITOR", "ADMIN" })
    @Transactional
    @Operation(summary = "征集活动的全部设置")
    public Settings settings(@PathParam("code") String code) {
        return settings(campaigns.byCode(code));
    }

    @PUT
    @Path("/{code}/settings")
    @RolesAllowed("CHIEF")
    @Transactional
    @Operation(summary = "修改征集活动的设置", description = "征集开始后，项目年度、主题用语、征集表、类别和原则的代码与名称不能再改；结案后都不能再改。读到的 revision 已经过时则为 409。")
    public Settings change(@PathParam("code") String code, NewSettings wanted) {
        NewSettings given = needed(wanted);
        if (given.revision() == null) {
            throw Refusal.invalid("revision", "请提供读取时的 revision。");
        }
        return settings(changeCampaign.change(code, given.revision(), given.plan(), actor.get()));
    }

    private Settings settings(Campaign campaign) {
        return new Settings(campaign.code(), campaign.revision(), campaign.stateAt(clock.instant()),
                campaign.begunAt(clock.instant()), Shanghai.iso(campaign.opens()), Shanghai.iso(campaign.closes()),
                campaign.title(), campaign.projectYear(), campaign.contact(), campaign.deadlines(), campaign.categories(),
                campaign.principles(), campaign.fields());
    }

    private static <T> T needed(T body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        return body;
    }
}
