package io.minsheng.intake.desk.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.CampaignState;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.web.Choice;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.ProposerKind;
import io.quarkus.qute.TemplateData;

/** What there is to choose from on the entry form. */
@ApplicationScoped
class DeskLists {

    private static final List<Choice> CHANNELS = List.of(choice(Channel.LETTER), choice(Channel.DESK),
            choice(Channel.PHONE));
    private static final List<Choice> REPLIES = List.of(new Choice("true", "需要答复"), new Choice("false", "不需要，或无法答复"));

    private static final Set<CampaignState> TAKING = EnumSet.of(CampaignState.OPEN, CampaignState.HANDLING);

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final InstantSource clock;

    DeskLists(Campaigns campaigns, Organisations organisations, InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The choices of one campaign. */
    @TemplateData
    record Lists(CampaignRules campaign, List<Choice> campaigns, List<Choice> channels, List<Choice> categories,
            List<Choice> townships, List<Choice> desks, List<Choice> kinds, List<Choice> replies) {
    }

    /** Campaigns that take suggestions on paper, open ones first: also after the end of the call, which marks them late. */
    @Transactional
    public List<Choice> campaigns() {
        Instant now = clock.instant();
        return campaigns.newestFirst().stream().filter(each -> TAKING.contains(each.stateAt(now)))
                .sorted(Comparator.comparing(each -> each.stateAt(now)))
                .map(each -> new Choice(each.code(), each.title())).toList();
    }

    Lists of(String campaign) {
        CampaignRules rules = campaigns.rules(campaign);
        return new Lists(rules, campaigns(), CHANNELS,
                rules.categories().stream().map(each -> new Choice(each.code(), each.name())).toList(),
                organisations.townships().stream().map(each -> new Choice(each.code(), each.shortName())).toList(),
                organisations.townships().stream().map(each -> new Choice(each.code(), each.shortName() + "窗口")).toList(),
                Arrays.stream(ProposerKind.values()).map(each -> new Choice(each.name(), each.label())).toList(), REPLIES);
    }

    private static Choice choice(Channel channel) {
        return new Choice(channel.name(), channel.label());
    }
}
