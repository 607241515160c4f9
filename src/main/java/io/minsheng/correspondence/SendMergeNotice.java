package io.minsheng.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.proposal.Proposal;

/**
 * The author of a case that is merged, or taken out again, hears of it by mail, if there is an address; the tracking page shows
 * it
 * in any case. A notice, not an answer.
 */
@ApplicationScoped
public class SendMergeNotice {

    private final Outbox outbox;
    private final Letters letters;

    SendMergeNotice(Outbox outbox, Letters letters) {
        this.outbox = outbox;
        this.letters = letters;
    }

    void merged(@Observes Proposal.Merged event) {
        if (outbox.reaches(event.member())) {
            outbox.post(NewMail.of(MailKind.MERGED, event.member(), letters.merged(event.member(), event.into()), null));
        }
    }

    void unmerged(@Observes Proposal.Unmerged event) {
        if (outbox.reaches(event.member())) {
            outbox.post(NewMail.of(MailKind.UNMERGED, event.member(), letters.unmerged(event.member(), event.from()), null));
        }
    }
}
