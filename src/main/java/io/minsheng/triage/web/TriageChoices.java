package io.minsheng.triage.web;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.web.Choice;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.triage.CannedText;
import io.minsheng.triage.CannedTexts;
import io.minsheng.triage.Referrals;
import io.minsheng.triage.RejectionReason;
import io.minsheng.triage.RouteCase;
import io.minsheng.triage.RouteCase.Route;
import io.quarkus.qute.TemplateData;

/** What can be chosen on the triage page. */
@Singleton
public class TriageChoices {

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Referrals referrals;
    private final RouteCase routeCase;
    private final CannedTexts cannedTexts;

    TriageChoices(Campaigns campaigns, Organisations organisations, Referrals referrals, RouteCase routeCase,
            CannedTexts cannedTexts) {
        this.cannedTexts = cannedTexts;
        this.routeCase = routeCase;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.referrals = referrals;
    }

    /** Categories with their usual lead behind the name, departments and townships, offices, reasons. */
    @TemplateData
    public record Lists(List<Choice> categories, List<Choice> organisations, List<Choice> offices, List<Choice> reasons,
            int supplementDays) {
    }

    Lists of(String campaign) {
        CampaignRules rules = campaigns.rules(campaign);
        return new Lists(rules.categories().stream().map(this::category).toList(),
                organisations.handling().stream().map(each -> new Choice(each.code(), each.shortName())).toList(),
                referrals.all().stream().map(each -> new Choice(each.code(), each.name())).toList(),
                Arrays.stream(RejectionReason.values()).map(each -> new Choice(each.name(), each.label())).toList(),
                rules.deadlines().supplement());
    }

    private Choice category(Category category) {
        return new Choice(category.code(), category.defaultLead() == null ? category.name()
                : category.name() + "（通常由" + organisations.shortName(category.defaultLead()) + "牵头）");
    }

    /** The words one can start from on this tab. */
    List<CannedText> canned(Tab tab) {
        return tab.kind() == null ? List.of() : cannedTexts.of(tab.kind());
    }

    /** Who should lead and assist if the case belongs to this category. */
    Route route(CaseView view, String category) {
        CaseView.Words words = view.words();
        return routeCase.of(new RouteCase.Matter(view.campaign(), category, words.township(), words.title(), words.content()));
    }
}
