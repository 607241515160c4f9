package io.minsheng.correspondence;

import io.minsheng.proposal.Proposal;

/**
 * A mail to the author of a case.
 *
 * @param reference id of what it carries (an answer, a question), given back by {@link Outbox.Sent} and {@link Outbox.Failed};
 *        may
 *        be null
 * @param inReplyTo Message-ID of the mail that it answers, or null
 */
public record NewMail(MailKind kind, Proposal proposal, Letter letter, String reference, String inReplyTo) {

    /** A mail that answers none. */
    public static NewMail of(MailKind kind, Proposal proposal, Letter letter, String reference) {
        return new NewMail(kind, proposal, letter, reference, null);
    }
}
