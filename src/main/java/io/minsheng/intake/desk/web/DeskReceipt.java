package io.minsheng.intake.desk.web;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueDates;
import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.platform.web.QrCode;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Receipt;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The receipt that a clerk prints and hands over, or puts into the answer's envelope. */
@ApplicationScoped
class DeskReceipt {

    private final Proposals proposals;
    private final Attachments attachments;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final DueDates dueDates;
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    DeskReceipt(Proposals proposals, Attachments attachments, Campaigns campaigns, Organisations organisations,
            DueDates dueDates, PublicUrl publicUrl, InstantSource clock) {
        this.proposals = proposals;
        this.attachments = attachments;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.dueDates = dueDates;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance receipt(Sheet sheet);

        private Templates() {
        }
    }

    /**
     * What stands on the receipt.
     *
     * @param scans how many scans were stored
     * @param triageBy day until which triage is done, in words
     */
    @TemplateData
    record Sheet(Proposal proposal, CampaignRules campaign, Names names, long scans, String triageBy, Code code) {
    }

    /** Names for the codes of the case; empty where it has none. */
    @TemplateData
    record Names(String category, String township, String desk) {
    }

    /** The query code in the clear, and the address of tracking with it behind #, where no server sees it. */
    @TemplateData
    record Code(String queryCode, String url, QrCode qr) {
    }

    @Transactional
    public TemplateInstance page(Receipt receipt) {
        Proposal proposal = proposals.byNumber(receipt.caseNumber());
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        // the office's clock starts when it knows, not when the letter lay on the desk
        Instant due = dueDates.due(clock.instant(), campaign.deadlines().triage()).at();
        String url = publicUrl.to("/track?number=" + proposal.caseNumber());
        return Templates.receipt(new Sheet(proposal, campaign,
                new Names(campaign.categoryName(proposal.category()), organisations.shortName(proposal.township()),
                        organisations.shortName(proposal.desk())),
                attachments.count("proposalId", proposal.id()), Shanghai.sayDate(Shanghai.date(due.minusSeconds(1))),
                new Code(receipt.queryCode(), url, QrCode.of(url + "#" + receipt.queryCode()))));
    }
}
