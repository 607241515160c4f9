package io.minsheng.correspondence;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.minsheng.proposal.Proposal;

/** Every registered suggestion whose author has an address gets its receipt, whatever the channel. */
@ApplicationScoped
public class SendReceipt {

    private final Outbox outbox;
    private final Letters letters;
    private final Instance<SourceMessages> sources;

    SendReceipt(Outbox outbox, Letters letters, Instance<SourceMessages> sources) {
        this.outbox = outbox;
        this.letters = letters;
        this.sources = sources;
    }

    void send(@Observes Proposal.Registered registered) {
        Proposal proposal = registered.proposal();
        // the parts of a split case are told all at once
        if (proposal.splitFrom() == null && outbox.reaches(proposal)) {
            outbox.post(new NewMail(MailKind.RECEIPT, proposal, proposal.author(),
                    letters.receipt(proposal, registered.queryCode()), null,
                    answered(proposal).orElse(null)));
        }
    }

    /** One mail for all of them: they came in one piece, from one address. */
    void send(@Observes Proposal.RegisteredTogether together) {
        Proposal first = together.all().get(0).proposal();
        if (outbox.reaches(first)) {
            outbox.post(new NewMail(MailKind.RECEIPT, first, first.author(), letters.receipt(together.all()), null,
                    answered(first).orElse(null)));
        }
    }

    private Optional<String> answered(Proposal proposal) {
        return proposal.sourceMessage() == null || !sources.isResolvable() ? Optional.empty()
                : sources.get().messageIdOf(proposal.sourceMessage());
    }
}
