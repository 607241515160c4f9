package io.minsheng.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.proposal.Proposal;

/**
 * The author of a case that is merged, or taken out again, hears of it, if there is a way; the tracking page shows it in any
 * case. A notice, not an answer.
 */
@ApplicationScoped
public class SendMergeNotice {

    private final TellAuthor tellAuthor;
    private final Letters letters;

    SendMergeNotice(TellAuthor tellAuthor, Letters letters) {
        this.tellAuthor = tellAuthor;
        this.letters = letters;
    }

    void merged(@Observes Proposal.Merged event) {
        tellAuthor.tell(MailKind.MERGED, event.member(), () -> letters.merged(event.member(), event.into()),
                () -> letters.inShort().merged(event.member(), event.into()), null);
    }

    void unmerged(@Observes Proposal.Unmerged event) {
        tellAuthor.tell(MailKind.UNMERGED, event.member(), () -> letters.unmerged(event.member(), event.from()),
                () -> letters.inShort().unmerged(event.member(), event.from()), null);
    }
}
