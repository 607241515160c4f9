package io.minsheng.correspondence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    void send(@Observes Proposal.RegisteredEach each) {
        outbox.postEach(each.all().stream().filter(one -> outbox.reaches(one.proposal())).map(this::receipt).toList());
    }

    /** They came in one piece: one mail for all that are by one person, and to nobody the query code of another's. */
    void send(@Observes Proposal.RegisteredTogether together) {
        together.all().stream().filter(each -> outbox.reaches(each.proposal()))
                .collect(Collectors.groupingBy(each -> each.proposal().author().emailDigest(), LinkedHashMap::new,
                        Collectors.toList()))
                .values().forEach(this::send);
    }

    private void send(List<Proposal.Registered> ofOne) {
        if (ofOne.size() == 1) {
            outbox.post(receipt(ofOne.get(0)));
            return;
        }
        Proposal first = ofOne.get(0).proposal();
        outbox.post(new NewMail(MailKind.RECEIPT, first, first.author(), letters.receipt(ofOne), null,
                answered(first).orElse(null)));
    }

    private NewMail receipt(Proposal.Registered registered) {
        Proposal proposal = registered.proposal();
        return new NewMail(MailKind.RECEIPT, proposal, proposal.author(), letters.receipt(proposal, registered.queryCode()),
                null, answered(proposal).orElse(null));
    }

    private Optional<String> answered(Proposal proposal) {
        return proposal.sourceMessage() == null || !sources.isResolvable() ? Optional.empty()
                : sources.get().messageIdOf(proposal.sourceMessage());
    }
}
