package io.minsheng.tracking;

import jakarta.inject.Singleton;

import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposal;

/** The suggestion as its author gave it, without who that is. */
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
        return new TrackedCase.Words(proposal.caseNumber(), campaign, proposal.title(), proposal.category(),
                campaign.categoryName(proposal.category()), organisations.shortName(proposal.township()), proposal.content(),
                proposal.channel(), proposal.receivedAt(),
                attachments.of(proposal).stream().filter(each -> each.kind() == Attachment.Kind.ENCLOSURE)
                        .map(each -> each.file().name()).toList());
    }
}
