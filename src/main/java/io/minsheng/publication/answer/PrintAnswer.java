package io.minsheng.publication.answer;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.RevealContact;

/** Released answers on paper, with name and address for the window of the envelope: showing them is a logged act. */
@ApplicationScoped
public class PrintAnswer {

    private static final String PURPOSE = "打印答复函";
    private static final int MOST = 200;

    private final Answers answers;
    private final Campaigns campaigns;
    private final WaysOfAuthor ways;
    private final RevealContact revealContact;
    private final AnswerTexts texts;

    PrintAnswer(Answers answers, Campaigns campaigns, WaysOfAuthor ways, RevealContact revealContact, AnswerTexts texts) {
        this.answers = answers;
        this.campaigns = campaigns;
        this.ways = ways;
        this.revealContact = revealContact;
        this.texts = texts;
    }

    /** What is on the sheet. */
    public record Sheet(String answer, String caseNumber, String title, Instant receivedAt, String name, String address,
            String text, String office, Instant releasedAt) {
    }

    /**
     * The sheet.
     *
     * @throws Refusal 403, 404, 409 not released yet
     */
    @Transactional
    public Sheet print(String id, Actor actor) {
        Answer answer = answers.byId(id);
        if (answer.releasedAt() == null) {
            throw Refusal.conflict("答复尚未签发，不能打印。");
        }
        return sheet(answer, actor);
    }

    /**
     * All letters of a campaign that are due: released to go by letter, or not arrived as mail, where an address is known; the
     * oldest first, at most two hundred at a time. Each is a logged act of its own.
     *
     * @throws Refusal 403, 404
     */
    @Transactional
    public List<Sheet> printDue(String campaign, Actor actor) {
        campaigns.byCode(campaign);
        return answers.lettersDue(campaign, MOST).stream()
                .filter(each -> ways.allows(each.proposal(), WayOfDelivery.LETTER)).map(each -> sheet(each, actor)).toList();
    }

    private Sheet sheet(Answer answer, Actor actor) {
        Contact contact = revealContact.reveal(answer.proposal().caseNumber(), PURPOSE, actor);
        return new Sheet(answer.id(), answer.proposal().caseNumber(), answer.proposal().title(), answer.proposal().receivedAt(),
                contact.name(), contact.address(), answer.text(), texts.office(), answer.releasedAt());
    }
}
