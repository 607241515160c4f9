package io.minsheng.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.proposal.SupplementRequest;

/**
 * A question to an author goes out as a mail, if the author has an address, else as a short message, if there is a number and a
 * gateway; the tracking page shows it in any case.
 */
@ApplicationScoped
public class SendQuestion {

    private final Outbox outbox;
    private final ShortMessages messages;
    private final Letters letters;

    SendQuestion(Outbox outbox, ShortMessages messages, Letters letters) {
        this.outbox = outbox;
        this.messages = messages;
        this.letters = letters;
    }

    void send(@Observes SupplementRequest.Asked asked) {
        SupplementRequest request = asked.request();
        if (!outbox.reaches(asked.proposal())) {
            messages.post(MailKind.QUESTION, asked.proposal(),
                    letters.questionMessage(asked.proposal(), request.question(), request.dueAt()), request.id());
        } else {
            outbox.post(NewMail.of(MailKind.QUESTION, asked.proposal(),
                    letters.question(asked.proposal(), request.question(), request.dueAt()), request.id()));
        }
    }
}
