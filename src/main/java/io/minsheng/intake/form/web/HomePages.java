package io.minsheng.intake.form.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.intake.form.PublicNumbers;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.InTurn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** Home page and site map. */
@Path("/")
public class HomePages {

    private final Campaigns campaigns;
    private final PublicNumbers numbers;
    private final InstantSource clock;

    HomePages(Campaigns campaigns, PublicNumbers numbers, InstantSource clock) {
        this.campaigns = campaigns;
        this.numbers = numbers;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "form")
    static class Templates {
        static native TemplateInstance home(Call call, PublicNumbers.Numbers numbers);

        static native TemplateInstance sitemap(Call call);

        private Templates() {
        }
    }

    /**
     * The call that stands on the home page.
     *
     * @param daysLeft full days until the last day; 0 on it, negative after it
     */
    @TemplateData
    record Call(CampaignRules rules, CampaignState state, LocalDate firstDay, long daysLeft, Ways ways) {

        public boolean open() {
            return state == CampaignState.OPEN;
        }
    }

    /** How to take part besides this site. */
    @TemplateData
    record Ways(String subjectPhrase, String mail, String address, String phone) {
    }

    @GET
    @Transactional
    @InTurn
    public Response home() {
        Call call = call();
        return Html.page(200, Templates.home(call, call == null ? null : numbers.of(call.rules().code())));
    }

    @GET
    @Path("/sitemap")
    @Transactional
    public TemplateInstance sitemap() {
        return Templates.sitemap(call());
    }

    /** Null before the first campaign. */
    private Call call() {
        Instant now = clock.instant();
        return campaigns.current(now).map(campaign -> call(campaign, now)).orElse(null);
    }

    private static Call call(CampaignRules campaign, Instant now) {
        LocalDate lastDay = Shanghai.date(campaign.closes().minusMillis(1));
        return new Call(campaign, campaign.stateAt(now), Shanghai.date(campaign.opens()),
                ChronoUnit.DAYS.between(Shanghai.date(now), lastDay),
                new Ways(campaign.subjectPhrase(), campaign.mail(), campaign.address(), campaign.phone()));
    }
}
