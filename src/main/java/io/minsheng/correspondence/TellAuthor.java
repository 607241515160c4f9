package io.minsheng.correspondence;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;

/**
 * Picks the way of a message to an author: a mail, unless the last one came back, else a short message; the tracking
 * page says it in any case.
 */
@ApplicationScoped
public class TellAuthor {

    private final Outbox outbox;
    private final ShortMessages messages;
    private final Authors authors;

    TellAuthor(Outbox outbox, ShortMessages messages, Authors authors) {
        this.outbox = outbox;
        this.messages = messages;
        this.authors = authors;
    }

    /** By which way the author of a case hears of what happens to it; empty when by none. */
    public Optional<WayOfDelivery> way(Proposal proposal) {
        if (outbox.reaches(proposal) && !outbox.cameBack(proposal)) {
            return Optional.of(WayOfDelivery.EMAIL);
        }
        return messages.reaches(proposal.author()) ? Optional.of(WayOfDelivery.SMS) : Optional.empty();
    }

    /** Whether a person could call or write to the author on paper. */
    public boolean canBeCalled(Proposal proposal) {
        Contact contact = authors.contact(proposal.author());
        return contact.hasPhone() || contact.hasAddress();
    }

    /** Whether nothing but a call or a letter reaches the author. */
    public boolean onlyByHand(Proposal proposal) {
        return way(proposal).isEmpty() && canBeCalled(proposal);
    }

    /**
     * Posts it, in the caller's transaction.
     *
     * @param message the same as a short message
     * @param reference as {@link NewMail#reference()}
     * @return the way it takes; empty when nobody is reached and nothing was written
     */
    Optional<WayOfDelivery> tell(MailKind kind, Proposal proposal, Supplier<Letter> letter, Supplier<String> message,
            String reference) {
        Optional<WayOfDelivery> way = way(proposal);
        way.ifPresent(each -> {
            if (each == WayOfDelivery.EMAIL) {
                outbox.post(NewMail.of(kind, proposal, letter.get(), reference));
            } else {
                messages.post(NewMail.message(kind, proposal, proposal.author(), message.get(), reference));
            }
        });
        return way;
    }
}
