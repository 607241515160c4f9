package io.minsheng.intake.form.web;

import java.time.InstantSource;
import java.util.List;

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

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.PerAddress;
import io.minsheng.proposal.PublicCases;
import io.minsheng.proposal.PublicCases.PublicCase;
import io.minsheng.proposal.SupportCase;
import io.minsheng.proposal.privacy.PrivacyNotices;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** 公开建议: the suggestions that triage accepted, under their public titles; and 附议, without account and without script. */
@Path("/proposals")
public class PublicCasePages {

    private static final int SIZE = 20;

    private final PublicCases publicCases;
    private final SupportCase supportCase;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final InstantSource clock;

    PublicCasePages(PublicCases publicCases, SupportCase supportCase, Campaigns campaigns, Organisations organisations,
            InstantSource clock) {
        this.publicCases = publicCases;
        this.supportCase = supportCase;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "form")
    static class Templates {
        static native TemplateInstance publicCases(CampaignRules campaign, Page<PublicCase> page, Filter filter);

        static native TemplateInstance publicCase(PublicCase shown, SupportForm form, UnsentWish unsent, String supportCode,
                FormErrors errors);

        private Templates() {
        }
    }

    /**
     * What the list is narrowed down to, and what there is to choose from.
     *
     * @param href the same list again, ending in {@code &}, for the pager
     */
    @TemplateData
    record Filter(String category, String township, List<Choice> categories, List<Choice> townships, String href) {
    }

    @GET
    @Transactional
    public TemplateInstance list(@QueryParam("category") String category, @QueryParam("township") String township,
            @QueryParam("page") Integer page) {
        CampaignRules campaign = campaigns.current(clock.instant())
                .orElseThrow(() -> Refusal.notFound("还没有征集活动。"));
        List<Choice> categories = campaign.categories().stream().map(each -> new Choice(each.code(), each.name())).toList();
        List<Choice> townships = organisations.townships().stream().map(each -> new Choice(each.code(), each.shortName()))
                .toList();
        String wantedCategory = known(category, categories);
        String wantedTownship = known(township, townships);
        Paging paging = Paging.of(page, SIZE, null, PublicCases.SORTS, PublicCases.DEFAULT_SORT);
        return Templates.publicCases(campaign, publicCases.page(campaign.code(), wantedCategory, wantedTownship, paging),
                new Filter(wantedCategory, wantedTownship, categories, townships, href(wantedCategory, wantedTownship)));
    }

    @GET
    @Path("/{caseNumber}")
    public TemplateInstance show(@PathParam("caseNumber") String caseNumber) {
        return Templates.publicCase(publicCases.view(caseNumber), SupportForm.EMPTY, null, null, FormErrors.none());
    }

    /** Chosen in the place of a suggestion that is being written: the words come along, and the way back stays open. */
    @POST
    @Path("/{caseNumber}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "form", calls = 240, minutes = 10)
    public TemplateInstance choose(@PathParam("caseNumber") String caseNumber, MultivaluedMap<String, String> sent) {
        ProposalForm written = ProposalForm.of(sent);
        UnsentWish unsent = new UnsentWish(written);
        return Templates.publicCase(publicCases.view(caseNumber), SupportForm.from(written, unsent), unsent, null,
                FormErrors.none());
    }

    /** Answers with the code itself: it must not stand in an address. */
    @POST
    @Path("/{caseNumber}/support")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PerAddress(value = "support", calls = 60, minutes = 10)
    public Response support(@PathParam("caseNumber") String caseNumber, MultivaluedMap<String, String> sent) {
        SupportForm form = SupportForm.of(sent);
        UnsentWish unsent = ProposalForm.behindSupport(sent).map(UnsentWish::new).orElse(null);
        PublicCase shown = publicCases.view(caseNumber);
        String decoy = sent.getFirst("website");
        if (decoy != null && !decoy.isBlank()) {
            return Html.page(400, Templates.publicCase(shown, form, unsent, null,
                    FormErrors.of(Refusal.conflict("提交没有成功，请重新点击“提交附议”。"))));
        }
        try {
            String code = supportCase.support(caseNumber, form.supporter(), PrivacyNotices.number(form.consent()));
            return Html.page(200,
                    Templates.publicCase(publicCases.view(caseNumber), SupportForm.EMPTY, unsent, code, FormErrors.none()));
        } catch (Refusal refusal) {
            return Html.page(refusal.status(), Templates.publicCase(shown, form, unsent, null, FormErrors.of(refusal)));
        }
    }

    private static String known(String code, List<Choice> choices) {
        return choices.stream().map(Choice::code).filter(each -> each.equals(code)).findFirst().orElse(null);
    }

    private static String href(String category, String township) {
        return "/proposals?" + (category == null ? "" : "category=" + category + "&")
                + (township == null ? "" : "township=" + township + "&");
    }
}
