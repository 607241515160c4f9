package io.minsheng.correspondence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.proposal.Author;

/**
 * Posts short messages to authors and to those who support them: rows of the outbox like mails, written in the caller's
 * transaction, of which {@link Outbox} tells what became of them.
 */
@ApplicationScoped
public class ShortMessages {

    private final OutboxMails mails;
    private final MessageIds messageIds;
    private final Outbox.Sealing sealing;
    private final SmsGateway gateway;
    private final SmsSettings settings;
    private final InstantSource clock;

    ShortMessages(OutboxMails mails, MessageIds messageIds, Outbox.Sealing sealing, SmsGateway gateway, SmsSettings settings,
            InstantSource clock) {
        this.mails = mails;
        this.messageIds = messageIds;
        this.sealing = sealing;
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
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
     *         many
     *         for its number
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
        List<Numbered> numbered = all.stream()
                .flatMap(each -> sealing.mobile(each.to()).map(to -> new Numbered(each, to, sealing.digest(to))).stream())
                .toList();
        Map<String, Long> receipts = receiptsToday(
                numbered.stream().filter(Numbered::isReceipt).map(Numbered::digest).distinct().toList());
        List<String> ids = new ArrayList<>();
        for (Numbered each : numbered) {
            // anybody can leave somebody else's number
            if (!each.isReceipt() || receipts.merge(each.digest(), 1L, Long::sum) <= settings.receiptsPerDay()) {
                ids.add(write(each));
            }
        }
        return ids;
    }

    /** A message and where it goes. */
    private record Numbered(NewMail message, String to, String digest) {

        boolean isReceipt() {
            return message.kind() == MailKind.RECEIPT;
        }
    }

    private Map<String, Long> receiptsToday(List<String> toDigests) {
        return toDigests.isEmpty() ? new HashMap<>()
                : mails.sinceTo(toDigests, MailKind.RECEIPT, clock.instant().minus(Duration.ofDays(1)));
    }

    private String write(Numbered each) {
        String id = Ids.next();
        mails.persist(new OutboxMail(id, each.message(), messageIds.of(id), sealing.seal(each.message(), each.to()),
                clock.instant()).bySms());
        return id;
    }
}
