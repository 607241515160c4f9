package io.minsheng.correspondence;

import io.minsheng.proposal.Author;
import io.minsheng.proposal.Proposal;

/**
 * A mail, or a short message, about a case, to its author or to somebody who supports it.
 *
 * @param to whose address it goes to, and whose key seals it
 * @param reference id of what it carries (an answer, a question), given back by {@link Outbox.Sent} and {@link Outbox.Failed};
 *        may be null
 * @param inReplyTo Message-ID of the mail that it answers, or null
 */
public record NewMail(MailKind kind, Proposal proposal, Author to, Letter letter, String reference, String inReplyTo) {

    /** A short message; its subject is for the outbox only. */
    public static NewMail message(MailKind kind, Proposal proposal, Author to, String text, String reference) {
        return new NewMail(kind, proposal, to, new Letter(kind.label(), text), reference, null);
    }

    /** A mail to the author that answers none. */
    public static NewMail of(MailKind kind, Proposal proposal, Letter letter, String reference) {
        return new NewMail(kind, proposal, proposal.author(), letter, reference, null);
    }
}
