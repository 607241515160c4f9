package io.minsheng.correspondence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.minsheng.proposal.Proposal;

/**
 * Every registered suggestion gets its receipt, whatever the channel: by mail, else, if a reply is wanted, as a short message.
 */
@ApplicationScoped
public class SendReceipt {

    private final Outbox outbox;
    private final ShortMessages messages;
    private final Letters letters;
    private final Instance<SourceMessages> sources;

    SendReceipt(Outbox outbox, ShortMessages messages, Letters letters, Instance<SourceMessages> sources) {
        this.outbox = outbox;
        this.messages = messages;
        this.letters = letters;
        this.sources = sources;
    }

    void send(@Observes Proposal.RegisteredEach each) {
        outbox.postEach(each.all().stream().filter(one -> outbox.reaches(one.proposal())).map(this::receipt).toList());
        messages.postEach(texted(each.all()).map(one -> message(one.proposal(), List.of(one))).toList());
    }

    /** Those that no mail reaches; nothing is opened to find out while there is no gateway. */
    private Stream<Proposal.Registered> texted(List<Proposal.Registered> all) {
        return all.stream().filter(one -> messages.configured() && one.proposal().replyWanted()
                && !outbox.reaches(one.proposal()));
    }

    private NewMail message(Proposal first, List<Proposal.Registered> all) {
        return NewMail.message(MailKind.RECEIPT, first, first.author(), letters.inShort().receipt(all), null);
    }

    /**
     * They came in one piece: one mail or message for all that are by one person, and to nobody the query code of another's.
     */
    void send(@Observes Proposal.RegisteredTogether together) {
        together.all().stream().filter(each -> outbox.reaches(each.proposal()))
                .collect(Collectors.groupingBy(each -> each.proposal().author().emailDigest(), LinkedHashMap::new,
                        Collectors.toList()))
                .values().forEach(this::send);
        texted(together.all()).filter(each -> each.proposal().author().phoneDigest() != null)
                .collect(Collectors.groupingBy(each -> each.proposal().author().phoneDigest(), LinkedHashMap::new,
                        Collectors.toList()))
                .values().forEach(each -> messages.post(message(each.get(0).proposal(), each)));
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
