package io.minsheng.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.proposal.Proposal;

/** One mail tells the author of a split mail or letter all numbers and query codes. */
@ApplicationScoped
public class SendSplitNotice {

    private final Outbox outbox;
    private final Letters letters;

    SendSplitNotice(Outbox outbox, Letters letters) {
        this.outbox = outbox;
        this.letters = letters;
    }

    void send(@Observes Proposal.Split split) {
        if (outbox.reaches(split.parent())) {
            outbox.post(NewMail.of(MailKind.SPLIT, split.parent(), letters.split(split), null));
        }
    }
}
