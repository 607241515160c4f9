package io.minsheng.search.web;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.web.Choice;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;
import io.quarkus.qute.TemplateData;

/** What the filter of the list offers. */
@Singleton
class CaseChoices {

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final InstantSource clock;

    CaseChoices(Campaigns campaigns, Organisations organisations, InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The choices; categories are those of the chosen campaign, else of the current one. */
    @TemplateData
    record Choices(List<Choice> stages, List<Choice> categories, List<Choice> townships, List<Choice> channels,
            List<Choice> campaigns) {
    }

    Choices of(String campaign) {
        List<Choice> all = campaigns.newestFirst().stream().map(each -> new Choice(each.code(), each.title())).toList();
        String code = all.stream().map(Choice::code).filter(each -> each.equals(campaign)).findFirst()
                .orElseGet(() -> campaigns.current(clock.instant()).map(CampaignRules::code).orElse(null));
        return new Choices(Arrays.stream(Stage.values()).map(each -> new Choice(each.name(), each.label())).toList(),
                code == null ? List.of()
                        : campaigns.rules(code).categories().stream().map(each -> new Choice(each.code(), each.name()))
                                .toList(),
                organisations.townships().stream().map(each -> new Choice(each.code(), each.shortName())).toList(),
                Arrays.stream(Channel.values()).map(each -> new Choice(each.name(), each.label())).toList(), all);
    }
}
