package io.minsheng.intake.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** The rows of the inbox. */
@ApplicationScoped
public class InboxMessages implements PanacheRepositoryBase<InboxMessage, String> {

    /**
     * The message with this id.
     *
     * @throws Refusal 404
     */
    public InboxMessage byId(String id) {
        return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这封邮件。"));
    }

    InboxMessage locked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Refusal.notFound("没有这封邮件。"));
    }

    boolean has(InboxMessage.Place place) {
        return count("mailbox = ?1 and folder = ?2 and uidValidity = ?3 and uid = ?4", place.mailbox(), place.folder(),
                place.uidValidity(), place.uid()) > 0;
    }

    /** UIDs above {@code uid} that are stored. */
    public List<Long> uidsAfter(String mailbox, String folder, long uidValidity, long uid) {
        return find("select m.uid from InboxMessage m where m.mailbox = ?1 and m.folder = ?2 and m.uidValidity = ?3"
                + " and m.uid > ?4", mailbox, folder, uidValidity, uid).project(Long.class).list();
    }

    /** UIDs that are stored and not yet marked on the server, ascending. */
    List<Long> unmarked(String mailbox, String folder, long uidValidity, int max) {
        return find("select m.uid from InboxMessage m where m.mailbox = ?1 and m.folder = ?2 and m.uidValidity = ?3"
                + " and m.markedAt is null order by m.uid", mailbox, folder, uidValidity).project(Long.class)
                .page(Page.ofSize(max)).list();
    }

    void marked(String mailbox, String folder, long uidValidity, List<Long> uids, Instant at) {
        update("markedAt = ?1 where mailbox = ?2 and folder = ?3 and uidValidity = ?4 and uid in ?5", at, mailbox, folder,
                uidValidity, uids);
    }

    /** A row that is to be worked on, how often that was tried, and how many bytes it has. */
    record Due(String id, int tries, long size) {
    }

    List<Due> due(Instant now, int max) {
        return find("select m.id, m.tries, m.size from InboxMessage m where m.state in ?1 and m.nextTryAt <= ?2"
                + " order by m.nextTryAt, m.id", List.of(InboxState.NEW, InboxState.FAILED), now).project(Due.class)
                .page(Page.ofSize(max)).list();
    }

    /** Rows that were taken by a run that was killed before it decided them. */
    void freeHalfDone(Instant now) {
        update("nextTryAt = ?1 where state = ?2 and tries > 0 and nextTryAt > ?1", now, InboxState.NEW);
    }

    /** As {@link #take}, for many that were never tried: should one of them kill us, each is then taken for itself. */
    void takeFresh(List<String> ids, Instant nextTryAt) {
        update("tries = tries + 1, nextTryAt = ?1 where id in ?2 and tries = 0 and state = ?3", nextTryAt, ids, InboxState.NEW);
    }

    /** Counts a try and puts the next one off, before anything is tried, so that a mail that kills us cannot do so for ever. */
    boolean take(String id, Instant nextTryAt) {
        return update("tries = tries + 1, nextTryAt = ?1 where id = ?2 and state in ?3", nextTryAt, id,
                List.of(InboxState.NEW, InboxState.FAILED)) == 1;
    }

    /** Other rows that have one of these contents and are no copies themselves, the earliest first. */
    List<InboxMessage> withContents(Collection<String> contentDigests, Collection<String> except) {
        return list("contentDigest in ?1 and id not in ?2 and state <> ?3 order by storedAt, id", contentDigests, except,
                InboxState.DUPLICATE);
    }

    /** Copies of a mail; one that came before a person had made a case of the mail does not name the case. */
    List<InboxMessage> copies(InboxMessage message) {
        return message.contentDigest() == null ? List.of()
                : list("contentDigest = ?1 and id <> ?2 and state = ?3", message.contentDigest(), message.id(),
                        InboxState.DUPLICATE);
    }

    /** A mail and every other row with its content, whichever of them is the copy. */
    List<InboxMessage> sameContent(InboxMessage message) {
        return list("id = ?1 or contentDigest = ?2", message.id(), message.contentDigest());
    }

    /** What came under a Message-ID. */
    record Content(String messageId, String contentDigest) {
    }

    /** What came in other rows under these Message-IDs. */
    List<Content> contentsOf(Collection<String> messageIds, Collection<String> except) {
        return find("select distinct m.messageId, m.contentDigest from InboxMessage m where m.messageId in ?1"
                + " and m.id not in ?2 and m.contentDigest is not null", messageIds, except).project(Content.class).list();
    }

    /** Those of the rows on which the machine still has to work, in their order, held until the transaction ends. */
    List<InboxMessage> lockedOpen(Collection<String> ids) {
        return find("id in ?1 and state in ?2 order by id", ids, List.of(InboxState.NEW, InboxState.FAILED))
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Number of the case that came of the newest of the mails with these Message-IDs. */
    Optional<String> caseOf(List<String> messageIds) {
        return find("select m.caseNumber from InboxMessage m where m.messageId in ?1 and m.caseNumber is not null"
                + " and m.state in ?2 order by m.storedAt desc, m.id desc", messageIds,
                List.of(InboxState.CASE, InboxState.REPLY))
                .project(String.class).firstResultOptional();
    }

    /** How many rows are in a state. */
    record Count(InboxState state, long messages) {
    }

    /** All states, also those without rows. */
    public Map<InboxState, Long> byState() {
        Map<InboxState, Long> counts = new EnumMap<>(InboxState.class);
        for (InboxState each : InboxState.values()) {
            counts.put(each, 0L);
        }
        find("select m.state, count(m) from InboxMessage m group by m.state").project(Count.class).list()
                .forEach(each -> counts.put(each.state(), each.messages()));
        return counts;
    }

    /** When the oldest row in a state was stored; empty if there is none. */
    public Optional<Instant> oldest(InboxState state) {
        return find("select min(m.storedAt) from InboxMessage m where m.state = ?1", state).project(Instant.class)
                .firstResultOptional();
    }
}
