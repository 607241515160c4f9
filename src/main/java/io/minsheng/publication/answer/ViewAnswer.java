package io.minsheng.publication.answer;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.correspondence.Letter;
import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Proposal;

/** Shows answers to the staff: the ledger, and one with its preview. */
@ApplicationScoped
public class ViewAnswer {

    private final Answers answers;
    private final WaysOfAuthor ways;
    private final Letters letters;
    private final Authors authors;
    private final Accounts accounts;
    private final Recipients recipients;
    private final PlanAnswers plan;

    ViewAnswer(Answers answers, WaysOfAuthor ways, Letters letters, Authors authors, Accounts accounts,
            Recipients recipients, PlanAnswers plan) {
        this.answers = answers;
        this.ways = ways;
        this.letters = letters;
        this.authors = authors;
        this.accounts = accounts;
        this.recipients = recipients;
        this.plan = plan;
    }

    /**
     * The answer of a case; with {@code text} instead of its own, if given.
     *
     * @throws Refusal 404
     */
    @Transactional
    public AnswerView ofCase(String caseNumber, String text) {
        Answer answer = answers.ofCase(caseNumber);
        String shown = text == null ? answer.text() : text;
        return new AnswerView(row(answer), shown, answer.returnedReason(), ways.of(answer.proposal()),
                preview(answer.proposal(), shown == null ? "" : shown),
                letters.inShort().answer(answer.proposal(), shown == null ? "" : shown),
                recipients.of(List.of(answer.proposal())).getOrDefault(answer.proposal().id(), Recipients.Others.NONE),
                plan.personal(answer.proposal(), shown));
    }

    /** The words that will be sent, but for the name, which only a logged act shows. */
    private Letter preview(Proposal proposal, String text) {
        Letter mail = letters.answer(proposal, text);
        String name = authors.contact(proposal.author()).name();
        return name == null || name.isBlank() ? mail
                : new Letter(mail.subject(), mail.body().replace(name, Masking.name(name)));
    }

    @Transactional
    public Page<AnswerView.Row> page(AnswerState state, WayOfDelivery way, Paging paging) {
        return answers.page(state, way, paging).map(this::row);
    }

    private AnswerView.Row row(Answer answer) {
        Proposal proposal = answer.proposal();
        return new AnswerView.Row(answer.id(), proposal.caseNumber(), answer.number(), proposal.title(),
                proposal.disposition() == null ? "" : proposal.disposition().label(), answer.state(), answer.way(),
                new AnswerView.Drafting(answer.draftedBy(), name(answer.draftedBy()), answer.draftedAt(),
                        name(answer.releasedBy()), answer.releasedAt()),
                new AnswerView.Arrival(answer.deliveredOn(), answer.deliveryNote(), answer.notOwedReason()));
    }

    private String name(String username) {
        return username == null ? null : accounts.namesOf(List.of(username)).get(username);
    }
}
