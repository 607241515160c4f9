package io.minsheng.correspondence;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.proposal.Author;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The rows of the outbox. */
@ApplicationScoped
public class OutboxMails implements PanacheRepositoryBase<OutboxMail, String> {

    /** Mails to one person, about whatever case, oldest first. */
    public List<OutboxMail> to(Author person) {
        return list("author = ?1 order by createdAt, id", person);
    }

    /** Mails to the author of a case, newest first. */
    public List<OutboxMail> of(String proposalId) {
        return list("proposal.id = ?1 order by createdAt desc, id desc", proposalId);
    }

    /** How many mails are in each state; of those that did not arrive only the ones made since {@code since}. */
    public Map<MailState, Long> waitingAndFailed(Instant since) {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        for (MailState each : List.of(MailState.QUEUED, MailState.UNCERTAIN)) {
            counts.put(each, count("state", each));
        }
        for (MailState each : List.of(MailState.FAILED, MailState.BOUNCED)) {
            counts.put(each, count("state = ?1 and createdAt >= ?2", each, since));
        }
        return counts;
    }

    /** When the oldest mail that waits was made; empty if none waits. */
    public Optional<Instant> oldestQueued() {
        return find("select min(o.createdAt) from OutboxMail o where o.state = ?1", MailState.QUEUED).project(Instant.class)
                .firstResultOptional();
    }

    /** Keeps others off this mail until the transaction ends, and reads it anew. */
    void hold(OutboxMail mail) {
        getEntityManager().refresh(mail, LockModeType.PESSIMISTIC_WRITE);
    }

    /** How many mails of a kind went to each of these addresses; those without are left out. */
    Map<String, Long> sinceTo(List<String> toDigests, MailKind kind, Instant since) {
        return find("select o.toDigest, count(o) from OutboxMail o where o.toDigest in ?1 and o.createdAt > ?2 and o.kind = ?3"
                + " group by o.toDigest", toDigests, since, kind).project(Written.class).stream()
                .collect(Collectors.toMap(Written::toDigest, Written::mails, Long::sum, HashMap::new));
    }

    /** How many mails went to an address. */
    record Written(String toDigest, long mails) {
    }

    /** Whether the last that was sent to this address came back. */
    boolean cameBack(String toDigest) {
        return find("select o.state from OutboxMail o where o.toDigest = ?1 and o.state in ?2"
                + " order by o.createdAt desc, o.id desc", toDigest, List.of(MailState.SENT, MailState.BOUNCED))
                .project(MailState.class).page(Page.ofSize(1)).firstResultOptional()
                .filter(each -> each == MailState.BOUNCED).isPresent();
    }

    List<String> due(WayOfDelivery way, Instant now, int max) {
        return find("select o.id from OutboxMail o where o.way = ?3 and o.state = ?1 and o.nextTryAt <= ?2"
                + " order by o.nextTryAt, o.id", MailState.QUEUED, now, way).project(String.class).page(Page.ofSize(max))
                .list();
    }

    /** @return whether the row was still queued; of two senders one gets it */
    boolean take(String id, String node, Instant now) {
        return update("state = ?1, node = ?2, takenAt = ?3, tries = tries + 1 where id = ?4 and state = ?5", MailState.SENDING,
                node, now, id, MailState.QUEUED) == 1;
    }

    /** What a killed run of this node had in its hands, and what a node that never came back took long ago. */
    int giveUpHalfDone(String node, Instant longAgo, String why) {
        return update("state = ?1, lastError = ?2 where state = ?3 and (node = ?4 or takenAt < ?5)", MailState.UNCERTAIN, why,
                MailState.SENDING, node, longAgo);
    }
}
