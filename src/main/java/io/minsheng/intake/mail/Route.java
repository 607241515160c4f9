package io.minsheng.intake.mail;

import java.util.List;

import io.minsheng.intake.mail.suggestion.ProposedCase;
import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.proposal.Proposal;

/** What is to become of a mail, with the reason that people are owed. */
sealed interface Route {

    /** Whether it concerns no case that exists and no more than one new one. */
    default boolean isOrdinary() {
        return this instanceof NewCases fresh ? fresh.cases().size() == 1 : !(this instanceof Reply || this instanceof Bounce);
    }

    /** New suggestions, one at least; {@code remark} may be null. */
    record NewCases(List<ProposedCase> cases, String remark) implements Route {
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

    /** A person must look; {@code read} is what the machine would have made of it. */
    record Review(String reason, List<Suggestion> read) implements Route {

        Review(String reason) {
            this(reason, List.of());
        }
    }
}
