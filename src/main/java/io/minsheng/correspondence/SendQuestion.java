package io.minsheng.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.proposal.SupplementRequest;

/** A question to an author goes out as a mail, if the author has an address; the tracking page shows it in any case. */
@ApplicationScoped
public class SendQuestion {

    private final Outbox outbox;
    private final Letters letters;

    SendQuestion(Outbox outbox, Letters letters) {
        this.outbox = outbox;
        this.letters = letters;
    }

    void send(@Observes SupplementRequest.Asked asked) {
        if (outbox.reaches(asked.proposal())) {
            SupplementRequest request = asked.request();
            outbox.post(NewMail.of(MailKind.QUESTION, asked.proposal(),
                    letters.question(asked.proposal(), request.question(), request.dueAt()), request.id()));
        }
    }
}
