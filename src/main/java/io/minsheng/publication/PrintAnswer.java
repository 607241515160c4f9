package io.minsheng.publication;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.RevealContact;

/** A released answer on paper, with name and address for the window of the envelope: showing them is a logged act. */
@ApplicationScoped
public class PrintAnswer {

    private static final String PURPOSE = "打印答复函";

    private final Answers answers;
    private final RevealContact revealContact;
    private final AnswerTexts texts;

    PrintAnswer(Answers answers, RevealContact revealContact, AnswerTexts texts) {
        this.answers = answers;
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
        Contact contact = revealContact.reveal(answer.proposal().caseNumber(), PURPOSE, actor);
        return new Sheet(id, answer.proposal().caseNumber(), answer.proposal().title(), answer.proposal().receivedAt(),
                contact.name(), contact.address(), answer.text(), texts.office(),
                answer.releasedAt());
    }
}
