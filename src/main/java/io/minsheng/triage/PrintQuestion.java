package io.minsheng.triage;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueDates;
import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.SiteSettings;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.RevealContact;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;

/** A question on paper, with name and address for the window of the envelope: showing them is a logged act. */
@ApplicationScoped
public class PrintQuestion {

    private static final String PURPOSE = "打印问询函";

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final RevealContact revealContact;
    private final DueDates dueDates;
    private final SiteSettings site;
    private final Campaigns campaigns;
    private final InstantSource clock;

    PrintQuestion(Proposals proposals, SupplementRequests requests, RevealContact revealContact, DueDates dueDates,
            SiteSettings site, Campaigns campaigns, InstantSource clock) {
        this.proposals = proposals;
        this.requests = requests;
        this.revealContact = revealContact;
        this.dueDates = dueDates;
        this.site = site;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * What is on the sheet.
     *
     * @param name may be null, as the address
     * @param dueAt exclusive end of the last day to answer, if it is posted today
     * @param answerTo address of the office, or null
     * @param answerBy telephone of the office, or null
     */
    public record Sheet(String caseNumber, String title, Instant receivedAt, String name, String address, String question,
            Instant dueAt, String answerTo, String answerBy, String office, Instant today) {
    }

    /**
     * The sheet.
     *
     * @throws Refusal 403, 404, 409 nothing is asked any more
     */
    @Transactional
    public Sheet print(String caseNumber, Actor actor) {
        Proposal proposal = proposals.byNumber(caseNumber);
        SupplementRequest request = requests.openOf(proposal)
                .orElseThrow(() -> Refusal.conflict("这个问题已有答复或已经到期，不用再寄。"));
        Contact contact = revealContact.reveal(caseNumber, PURPOSE, actor);
        Instant today = clock.instant();
        Campaign campaign = campaigns.byCode(proposal.campaign());
        return new Sheet(caseNumber, proposal.title(), proposal.receivedAt(), contact.name(), contact.address(),
                request.question(), dueDates.due(today, request.workingDays()).at(), campaign.address(), campaign.phone(),
                site.office().orElse(site.district() + " " + site.name()), today);
    }
}
