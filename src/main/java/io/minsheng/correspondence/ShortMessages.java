package io.minsheng.correspondence;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Proposal;

/**
 * Posts short messages to authors: rows of the outbox like mails, written in the caller's transaction, of which {@link Outbox}
 * tells what became of them.
 */
@ApplicationScoped
public class ShortMessages {

    private final OutboxMails mails;
    private final MessageIds messageIds;
    private final Outbox.Sealing sealing;
    private final SmsGateway gateway;
    private final InstantSource clock;

    ShortMessages(OutboxMails mails, MessageIds messageIds, Outbox.Sealing sealing, SmsGateway gateway, InstantSource clock) {
        this.mails = mails;
        this.messageIds = messageIds;
        this.sealing = sealing;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Whether they can be posted: a gateway is configured. */
    public boolean configured() {
        return gateway.configured();
    }

    /**
     * Posts one to the author of a case.
     *
     * @param text the message itself
     * @param reference as {@link NewMail#reference()}
     * @return id of the row; empty, and nothing is written, without a gateway or a number
     */
    @Transactional
    public Optional<String> post(MailKind kind, Proposal proposal, String text, String reference) {
        NewMail message = NewMail.of(kind, proposal, new Letter(kind.label(), text), reference);
        return sealing.phone(proposal.author()).filter(each -> configured()).map(phone -> {
            String id = Ids.next();
            mails.persist(
                    new OutboxMail(id, message, messageIds.of(id), sealing.seal(message, phone), clock.instant()).bySms());
            return id;
        });
    }
}
