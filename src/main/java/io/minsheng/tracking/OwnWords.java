package io.minsheng.tracking;

import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposal;

/** The suggestion as its author gave it, without who that is, or under its public title. */
@Singleton
class OwnWords {

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Attachments attachments;

    OwnWords(Campaigns campaigns, Organisations organisations, Attachments attachments) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.attachments = attachments;
    }

    TrackedCase.Words of(Proposal proposal) {
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        return new TrackedCase.Words(true, proposal.caseNumber(), campaign, proposal.title(), proposal.category(),
                campaign.categoryName(proposal.category()), organisations.shortName(proposal.township()), proposal.content(),
                proposal.channel(), proposal.receivedAt(),
                attachments.of(proposal).stream().filter(each -> each.kind() == Attachment.Kind.ENCLOSURE)
                        .map(each -> each.file().name()).toList());
    }

    /** What everyone may see of it. */
    TrackedCase.Words publicOf(Proposal proposal) {
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        return new TrackedCase.Words(false, proposal.caseNumber(), campaign, proposal.publicTitle(), proposal.category(),
                campaign.categoryName(proposal.category()), organisations.shortName(proposal.township()), null,
                proposal.channel(), proposal.receivedAt(), List.of());
    }
}
