package io.minsheng.intake.form.web;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueDates;
import io.minsheng.campaign.CampaignRules;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.Organisations;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.platform.web.QrCode;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.TypedCode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** Shows a receipt, on the screen or as a slip for paper, to whoever has number and code. */
@ApplicationScoped
class ReceiptView {

    private final CaseAccess access;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Attachments attachments;
    private final DueDates dueDates;
    private final PublicUrl publicUrl;

    ReceiptView(CaseAccess access, Campaigns campaigns, Organisations organisations, Attachments attachments,
            DueDates dueDates, PublicUrl publicUrl) {
        this.access = access;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.attachments = attachments;
        this.dueDates = dueDates;
        this.publicUrl = publicUrl;
    }

    @CheckedTemplate(basePath = "form")
    static class Templates {
        static native TemplateInstance receipt(Sheet sheet, boolean fresh, FormErrors errors);

        static native TemplateInstance slip(Sheet sheet);

        private Templates() {
        }
    }

    /** What stands on a receipt. The query code is in the clear because its owner has just typed or got it. */
    @TemplateData
    record Sheet(Proposal proposal, String queryCode, CampaignRules campaign, String townshipName, List<String> attachments,
            String triageBy, Link link) {

        public String categoryName() {
            return campaign.categoryName(proposal.category());
        }
    }

    /** The address of tracking; the QR code also carries the query code, behind #, where no server sees it. */
    @TemplateData
    record Link(String url, QrCode qr) {
    }

    /**
     * The receipt on the screen.
     *
     * @param fresh the suggestion was registered just now
     * @throws Refusal 404 wrong number or code
     */
    @Transactional
    TemplateInstance page(String caseNumber, String code, boolean fresh, FormErrors errors) {
        return Templates.receipt(sheet(access.withCode(caseNumber, code), code), fresh, errors);
    }

    /**
     * The receipt for paper.
     *
     * @throws Refusal 404 wrong number or code
     */
    @Transactional
    TemplateInstance slip(String caseNumber, String code) {
        return Templates.slip(sheet(access.withCode(caseNumber, code), code));
    }

    private Sheet sheet(Proposal proposal, String code) {
        CampaignRules campaign = campaigns.rules(proposal.campaign());
        Instant due = dueDates.due(proposal.receivedAt(), campaign.deadlines().triage()).at();
        String url = publicUrl.to("/track?number=" + proposal.caseNumber());
        return new Sheet(proposal, TypedCode.plain(code), campaign, organisations.shortName(proposal.township()),
                attachments.of(proposal).stream().map(each -> each.file().name()).toList(),
                Shanghai.sayDate(Shanghai.date(due.minusSeconds(1))), new Link(url, QrCode.of(url + "#" + code)));
    }
}
