package io.minsheng.campaign.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignPlan;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.ChangeCampaign;
import io.minsheng.campaign.ChangeDates;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Unreadable;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** 征集活动: all of them, and what each rules, with its dates. The chief changes, the others read. */
@Path("/staff/campaigns")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER", "AUDITOR", "ADMIN" })
public class CampaignPages {

    private static final int CONFLICT = 409;

    private final Campaigns campaigns;
    private final ChangeCampaign changeCampaign;
    private final ChangeDates changeDates;
    private final CampaignPage page;
    private final CurrentActor actor;
    private final PublicUrl url;
    private final InstantSource clock;

    CampaignPages(Campaigns campaigns, ChangeCampaign changeCampaign, ChangeDates changeDates, CampaignPage page,
            CurrentActor actor, PublicUrl url, InstantSource clock) {
        this.campaigns = campaigns;
        this.changeCampaign = changeCampaign;
        this.changeDates = changeDates;
        this.page = page;
        this.actor = actor;
        this.url = url;
        this.clock = clock;
    }

    /** One line of the list. */
    @TemplateData
    public record Row(String code, String title, String state, Instant opens, Instant closes) {
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance list(List<Row> rows);

        private Templates() {
        }
    }

    @GET
    @Transactional
    public Response list() {
        Instant now = clock.instant();
        return Html.page(200, Templates.list(campaigns.newestFirst().stream().map(each -> new Row(each.code(),
                each.title(), each.stateAt(now).label(), each.opens(), each.closes())).toList()));
    }

    @GET
    @Path("/{code}")
    @Transactional
    public Response show(@PathParam("code") String code, @QueryParam("done") String done) {
        Campaign campaign = campaigns.byCode(code);
        return page.of(campaign, formOf(campaign), 200, FormErrors.none(), said(done));
    }

    @POST
    @Path("/{code}")
    @RolesAllowed("CHIEF")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("code") String code, MultivaluedMap<String, String> sent) {
        CampaignForm form = CampaignForm.of(sent);
        try {
            CampaignPlan typed = form.plan();
            CampaignPlan wanted = form.isWhole() ? typed : typed.keeping(CampaignPlan.of(campaigns.byCode(code)));
            changeCampaign.change(code, form.revision(), wanted, actor.get());
        } catch (Refusal refusal) {
            return refused(code, form.withDates(formOf(campaigns.byCode(code))), refusal);
        }
        return to(code, "changed");
    }

    @POST
    @Path("/{code}/dates")
    @RolesAllowed("CHIEF")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(@PathParam("code") String code, @RestForm String reason, MultivaluedMap<String, String> sent) {
        CampaignForm form = CampaignForm.of(sent);
        Campaign campaign = campaigns.byCode(code);
        CampaignForm now = formOf(campaign);
        List<Violation> missing = new ArrayList<>();
        // a day that was not touched keeps its hour
        Instant opens = form.at("opens").equals(now.at("opens")) ? null : form.neededOpens(missing);
        Instant closes = form.at("lastDay").equals(now.at("lastDay")) ? null : form.neededCloses(missing);
        try {
            changeDates.change(code, opens, closes, reason, new Unreadable(missing), actor.get());
        } catch (Refusal refusal) {
            return refused(code, now.withDates(form), refusal);
        }
        return to(code, "moved");
    }

    private Response refused(String code, CampaignForm form, Refusal refusal) {
        if (refusal.status() != 400 && refusal.status() != CONFLICT) {
            throw refusal;
        }
        return page.of(campaigns.byCode(code), form, refusal.status(),
                refusal.violations().isEmpty() ? FormErrors.of(refusal) : form.errors(refusal.violations()), null);
    }

    private static CampaignForm formOf(Campaign campaign) {
        return CampaignForm.of(campaign.code(), campaign.opens(), campaign.closes(), CampaignPlan.of(campaign));
    }

    private static String said(String done) {
        return done == null ? null : switch (done) {
            case "planned" -> "征集活动已设立。到开始日期之前，各项设置都可以再改。";
            case "changed" -> "已保存。";
            case "moved" -> "征集时间已调整。";
            default -> null;
        };
    }

    private Response to(String code, String done) {
        return url.goTo("/staff/campaigns/" + code + "?done=" + done);
    }
}
