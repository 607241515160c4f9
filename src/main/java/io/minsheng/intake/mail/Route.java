package io.minsheng.intake.mail;

import io.minsheng.proposal.Proposal;

/** What is to become of a mail, with the reason that people are owed. */
sealed interface Route {

    /** A new suggestion; {@code remark} may be null. */
    record NewCase(Draft draft, String remark) implements Route {
    }

    /** Words for a case that exists; {@code remark} may be null. */
    record Reply(Proposal proposal, String text, String remark) implements Route {
    }

    /** One of our mails came back. */
    record Bounce(FindBounce.Bounce bounce) implements Route {
    }

    /** The same mail as an earlier row. */
    record Duplicate(InboxMessage of) implements Route {
    }

    /** Nothing for us. */
    record Ignored(String reason) implements Route {
    }

    /** A person must look. */
    record Review(String reason) implements Route {
    }
}
