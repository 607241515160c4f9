package io.minsheng.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.proposal.Proposal;

/** One mail, or short message, tells the author of a split mail or letter all numbers and query codes. */
@ApplicationScoped
public class SendSplitNotice {

    private final TellAuthor tellAuthor;
    private final Letters letters;

    SendSplitNotice(TellAuthor tellAuthor, Letters letters) {
        this.tellAuthor = tellAuthor;
        this.letters = letters;
    }

    void send(@Observes Proposal.Split split) {
        tellAuthor.tell(MailKind.SPLIT, split.parent(), () -> letters.split(split), () -> letters.inShort().split(split), null);
    }
}
