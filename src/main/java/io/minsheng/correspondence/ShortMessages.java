package io.minsheng.correspondence;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.correspondence.WriteOutbox.Addressed;
import io.minsheng.proposal.Author;

/**
 * Posts short messages to authors and to those who support them: rows of the outbox like mails, written in the caller's
 * transaction, of which {@link Outbox} tells what became of them.
 */
@ApplicationScoped
public class ShortMessages {

    private final WriteOutbox write;
    private final Outbox.Sealing sealing;
    private final SmsGateway gateway;
    private final SmsSettings settings;

    ShortMessages(WriteOutbox write, Outbox.Sealing sealing, SmsGateway gateway, SmsSettings settings) {
        this.write = write;
        this.sealing = sealing;
        this.gateway = gateway;
        this.settings = settings;
    }

    /** Whether they can be posted: a gateway is configured. */
    public boolean configured() {
        return gateway.configured();
    }

    /** Whether one can be posted to this person: there is a gateway and a mobile number. */
    public boolean reaches(Author person) {
        return configured() && sealing.mobile(person).isPresent();
    }

    /**
     * Posts one.
     *
     * @return id of the row; empty, and nothing is written, when {@link #reaches} says no, or when a receipt would be one too
     *         many for its number
     */
    @Transactional
    public Optional<String> post(NewMail message) {
        return postEach(List.of(message)).stream().findFirst();
    }

    /**
     * The same for several.
     *
     * @return ids of the rows that were written
     */
    @Transactional
    public List<String> postEach(List<NewMail> all) {
        if (!configured()) {
            return List.of();
        }
        return write.write(all.stream().flatMap(each -> addressed(each).stream()).toList(), WayOfDelivery.SMS,
                settings.receiptsPerDay());
    }

    /** Receipts count: anybody can leave somebody else's number. */
    private Optional<Addressed> addressed(NewMail message) {
        return sealing.mobile(message.to())
                .map(to -> new Addressed(message, to, sealing.digest(to), message.kind() == MailKind.RECEIPT));
    }
}
