package io.minsheng.publication.answer;

import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.Outbox;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/**
 * What became of an answer by mail moves its process: delivered, or a person has to find another way. News of an answer from
 * before the case was reopened moves nothing any more.
 */
@Singleton
class FollowAnswerMail {

    private final Answers answers;
    private final Processes processes;

    FollowAnswerMail(Answers answers, Processes processes) {
        this.answers = answers;
        this.processes = processes;
    }

    void sent(@Observes Outbox.Sent mail) {
        if (mail.kind() == MailKind.ANSWER && isPresent(mail.caseNumber(), mail.reference())) {
            processes.deliverIfAwaited(MessageName.ANSWER_SENT, mail.caseNumber(), Map.of());
        }
    }

    void failed(@Observes Outbox.Failed mail) {
        if (mail.kind() == MailKind.ANSWER && isPresent(mail.caseNumber(), mail.reference()) && isAwaited(mail)) {
            answers.ofCase(mail.caseNumber()).undeliverable(mail.error());
            answers.flush();
        }
    }

    /** A server may take a mail and give it back days later: then a person has to find another way after all. */
    void bounced(@Observes Outbox.Bounced mail) {
        if (mail.kind() != MailKind.ANSWER || !isPresent(mail.caseNumber(), mail.reference())) {
            return;
        }
        Answer answer = answers.ofCase(mail.caseNumber());
        answer.undeliverable("邮件被退回：" + mail.error());
        answers.flush();
        if (!processes.deliverIfAwaited(MessageName.ANSWER_UNDELIVERABLE, mail.caseNumber(), Map.of())) {
            processes.startBy(MessageName.ANSWER_BOUNCED, mail.caseNumber(),
                    Map.of("caseNumber", mail.caseNumber(), "campaign", answer.proposal().campaign()));
        }
    }

    private boolean isPresent(String caseNumber, String answer) {
        return answers.present(caseNumber).filter(each -> each.id().equals(answer)).isPresent();
    }

    private boolean isAwaited(Outbox.Failed mail) {
        return processes.deliverIfAwaited(MessageName.ANSWER_UNDELIVERABLE, mail.caseNumber(), Map.of());
    }
}
