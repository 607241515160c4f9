package io.minsheng.correspondence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.persistence.Ids;

/** Writes rows of the outbox in the caller's transaction, and of receipts not more to one address than it takes in a day. */
@ApplicationScoped
class WriteOutbox {

    private final OutboxMails mails;
    private final MessageIds messageIds;
    private final Outbox.Sealing sealing;
    private final InstantSource clock;

    WriteOutbox(OutboxMails mails, MessageIds messageIds, Outbox.Sealing sealing, InstantSource clock) {
        this.mails = mails;
        this.messageIds = messageIds;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * A mail or a short message and where it goes.
     *
     * @param counted whether it is a receipt that may be one too many
     */
    record Addressed(NewMail mail, String to, String digest, boolean counted) {
    }

    /**
     * Writes.
     *
     * @return ids of the rows that were written
     */
    List<String> write(List<Addressed> all, WayOfDelivery way, int receiptsPerDay) {
        Map<String, Long> receipts = receiptsToday(
                all.stream().filter(Addressed::counted).map(Addressed::digest).distinct().toList());
        List<String> ids = new ArrayList<>();
        for (Addressed each : all) {
            if (!each.counted() || receipts.merge(each.digest(), 1L, Long::sum) <= receiptsPerDay) {
                ids.add(write(each, way));
            }
        }
        return ids;
    }

    /** Receipts of the last day, by the digest of their address. */
    private Map<String, Long> receiptsToday(List<String> toDigests) {
        return toDigests.isEmpty() ? new HashMap<>()
                : mails.sinceTo(toDigests, MailKind.RECEIPT, clock.instant().minus(Duration.ofDays(1)));
    }

    /** A mail that belongs to no case. */
    String write(MailKind kind, String to, Letter letter) {
        String id = Ids.next();
        mails.persist(
                new OutboxMail(id, messageIds.of(id), kind, letter.subject(), sealing.seal(to, letter), clock.instant()));
        return id;
    }

    private String write(Addressed each, WayOfDelivery way) {
        String id = Ids.next();
        OutboxMail row = new OutboxMail(id, each.mail(), messageIds.of(id), sealing.seal(each.mail(), each.to()),
                clock.instant());
        mails.persist(way == WayOfDelivery.SMS ? row.bySms() : row);
        return id;
    }
}
