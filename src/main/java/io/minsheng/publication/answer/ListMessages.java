package io.minsheng.publication.answer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.RevealContact;

/**
 * Answers by SMS that are due, as a table for the district's own platform. Numbers are shown for that purpose only, each a
 * logged act.
 */
@ApplicationScoped
public class ListMessages {

    private static final String PURPOSE = "导出待发短信";
    /** Also how many results are taken back at a time. */
    static final int MOST = 1000;

    private final Answers answers;
    private final Campaigns campaigns;
    private final WaysOfAuthor ways;
    private final RevealContact revealContact;
    private final Letters letters;

    ListMessages(Answers answers, Campaigns campaigns, WaysOfAuthor ways, RevealContact revealContact, Letters letters) {
        this.answers = answers;
        this.campaigns = campaigns;
        this.ways = ways;
        this.revealContact = revealContact;
        this.letters = letters;
    }

    /** A message that is due; {@code answer} is given back with the result. */
    public record Due(String answer, String caseNumber, String phone, String text) {
    }

    /**
     * What is due in a campaign, oldest first.
     *
     * @throws Refusal 403, 404
     */
    @Transactional
    public List<Due> due(String campaign, Actor actor) {
        campaigns.byCode(campaign);
        // whose number was erased since the draft is left to the task of delivering
        return answers.messagesDue(campaign, MOST).stream().filter(each -> ways.allows(each.proposal(), WayOfDelivery.SMS))
                .map(each -> new Due(each.id(), each.proposal().caseNumber(),
                        revealContact.reveal(each.proposal().caseNumber(), PURPOSE, actor).mobile(),
                        letters.inShort().answer(each.proposal(), each.text())))
                .toList();
    }
}
