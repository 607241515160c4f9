package io.minsheng.publication.process;

import jakarta.inject.Singleton;

import io.minsheng.correspondence.Letters;
import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.NewMail;
import io.minsheng.correspondence.Outbox;
import io.minsheng.publication.Answer;
import io.minsheng.publication.Answers;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The answer goes into the outbox; whether the server took it is told later. */
@Singleton
class SendAnswer implements Step {

    private final Answers answers;
    private final Letters letters;
    private final Outbox outbox;

    SendAnswer(Answers answers, Letters letters, Outbox outbox) {
        this.answers = answers;
        this.letters = letters;
        this.outbox = outbox;
    }

    @Override
    public void perform(Token token) {
        Answer answer = answers.ofCase(token.caseNumber());
        outbox.post(
                NewMail.of(MailKind.ANSWER, answer.proposal(), letters.answer(answer.proposal(), answer.text()), answer.id()))
                .orElseThrow();
        answer.sending();
    }
}
