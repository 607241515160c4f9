package io.minsheng.campaign.web;

import java.time.InstantSource;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignPlan;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.PlanCampaign;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.PublicUrl;

/** A new campaign, which begins as the last one was: only the year and the dates are other ones. */
@Path("/staff/new-campaign")
@RolesAllowed("CHIEF")
public class NewCampaignPages {

    private final Campaigns campaigns;
    private final PlanCampaign planCampaign;
    private final CampaignPage page;
    private final CurrentActor actor;
    private final PublicUrl url;
    private final InstantSource clock;

    NewCampaignPages(Campaigns campaigns, PlanCampaign planCampaign, CampaignPage page, CurrentActor actor, PublicUrl url,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.planCampaign = planCampaign;
        this.page = page;
        this.actor = actor;
        this.url = url;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Response begin() {
        List<Campaign> all = campaigns.newestFirst();
        CampaignForm form = all.isEmpty()
                ? CampaignForm.of("", null, null, CampaignPlan.usual(Shanghai.date(clock.instant()).getYear() + 1))
                : nextAfter(all.get(0));
        return page.ofNew(form, 200, FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response plan(MultivaluedMap<String, String> sent) {
        CampaignForm form = CampaignForm.of(sent);
        try {
            Campaign campaign = planCampaign.plan(form.at("code"), form.opens(), form.closes(), form.plan(), actor.get());
            return url.goTo("/staff/campaigns/" + campaign.code() + "?done=planned");
        } catch (Refusal refusal) {
            if (refusal.status() == 403) {
                throw refusal;
            }
            return page.ofNew(form, refusal.status(), refusal.violations().isEmpty() ? FormErrors.of(refusal, "code")
                    : form.errors(refusal.violations()));
        }
    }

    private static CampaignForm nextAfter(Campaign last) {
        String year = String.valueOf(last.projectYear());
        String next = String.valueOf(last.projectYear() + 1);
        CampaignPlan plan = CampaignPlan.of(last);
        Campaign.Contact contact = plan.contact();
        return CampaignForm.of(last.code().replace(year, next), null, null,
                new CampaignPlan(plan.title().replace(year, next), last.projectYear() + 1,
                        new Campaign.Contact(contact.subjectPhrase().replace(year, next), contact.address(), contact.mail(),
                                contact.phone()),
                        plan.deadlines(), plan.categories(), plan.principles(), plan.fields()));
    }
}
