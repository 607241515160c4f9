package io.minsheng.publication.answer.process;

import jakarta.inject.Singleton;

import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.NewMail;
import io.minsheng.correspondence.Outbox;
import io.minsheng.correspondence.ShortMessages;
import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.proposal.Proposal;
import io.minsheng.publication.answer.Answer;
import io.minsheng.publication.answer.Answers;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The answer goes into the outbox; whether the server took it is told later. */
@Singleton
class SendAnswer implements Step {

    private final Answers answers;
    private final Letters letters;
    private final Outbox outbox;
    private final ShortMessages messages;

    SendAnswer(Answers answers, Letters letters, Outbox outbox, ShortMessages messages) {
        this.answers = answers;
        this.letters = letters;
        this.outbox = outbox;
        this.messages = messages;
    }

    @Override
    public void perform(Token token) {
        Answer answer = answers.ofCase(token.caseNumber());
        Proposal proposal = answer.proposal();
        (answer.way() == WayOfDelivery.SMS
                ? messages.post(NewMail.message(MailKind.ANSWER, proposal, proposal.author(),
                        letters.inShort().answer(proposal, answer.text()), answer.id()))
                : outbox.post(NewMail.of(MailKind.ANSWER, proposal, letters.answer(proposal, answer.text()), answer.id())))
                .orElseThrow();
        answer.sending();
    }
}
