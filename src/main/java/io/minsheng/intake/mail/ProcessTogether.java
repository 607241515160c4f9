package io.minsheng.intake.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.minsheng.intake.mail.reading.ReadMail;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Works on several small new mails in one transaction, which costs a fraction of one each. Only where nothing is out of the
 * ordinary: whatever answers an earlier mail, holds several suggestions or cannot be read is left to be worked on alone, and
 * all of them are when anything fails. Nothing can be lost by it: the bytes are stored, and a row is decided or it is not.
 */
@ApplicationScoped
class ProcessTogether {

    private static final Logger LOG = Logger.getLogger(ProcessTogether.class);

    private final InboxMessages messages;
    private final OpenMessage open;
    private final PrepareMail prepare;
    private final HoldCopies copies;
    private final Decisions decisions;

    ProcessTogether(InboxMessages messages, OpenMessage open, PrepareMail prepare, HoldCopies copies, Decisions decisions) {
        this.messages = messages;
        this.open = open;
        this.prepare = prepare;
        this.copies = copies;
        this.decisions = decisions;
    }

    /**
     * Works on rows that were taken for their first try.
     *
     * @param still asked once all are read, which may take long: whether this node may go on
     * @return the ids of those that are left to be worked on alone
     */
    List<String> work(List<String> ids, BooleanSupplier still) {
        Map<String, PreparedMail> fresh = prepared(ids);
        List<String> left = new ArrayList<>(ids);
        if (!fresh.isEmpty() && still.getAsBoolean()) {
            left.removeAll(copies.during(fresh.values().stream().map(PreparedMail::mail).toList(), () -> decided(fresh)));
        }
        return left;
    }

    private Map<String, PreparedMail> prepared(List<String> ids) {
        Map<String, byte[]> contents = contents(ids);
        Map<String, PreparedMail> fresh = new LinkedHashMap<>();
        for (String id : ids) {
            Optional.ofNullable(contents.get(id)).flatMap(raw -> prepared(id, raw)).filter(PreparedMail::isFresh)
                    .ifPresent(mail -> fresh.put(id, mail));
        }
        return fresh;
    }

    private Map<String, byte[]> contents(List<String> ids) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> open.small(messages.list("id in ?1", ids)));
        } catch (RuntimeException e) {
            LOG.debug("mails that could not be opened together are worked on one by one", e);
            return Map.of();
        }
    }

    private Optional<PreparedMail> prepared(String id, byte[] raw) {
        try {
            return Optional.of(prepare.of(raw));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debugf(e, "mail %s could not be read and is worked on alone", id);
            return Optional.empty();
        }
    }

    private List<String> decided(Map<String, PreparedMail> mails) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> decisions.make(mails));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("mails that could not be decided together are worked on one by one", e);
            return List.of();
        }
    }

    /** Decides about mails and acts, in the caller's transaction. */
    @ApplicationScoped
    static class Decisions {

        private final InboxMessages messages;
        private final FindCopies findCopies;
        private final DecideRoute decide;
        private final FollowRoute follow;
        private final OpenMessage open;

        Decisions(InboxMessages messages, FindCopies findCopies, DecideRoute decide, FollowRoute follow, OpenMessage open) {
            this.messages = messages;
            this.findCopies = findCopies;
            this.decide = decide;
            this.follow = follow;
            this.open = open;
        }

        /** @return the ids of those that were decided */
        List<String> make(Map<String, PreparedMail> mails) {
            List<InboxMessage> rows = messages.lockedOpen(mails.keySet());
            List<ReadMail> read = mails.values().stream().map(PreparedMail::mail).toList();
            FindCopies.Copies known = findCopies.of(mails.keySet(), read);
            List<FollowRoute.Way> ways = new ArrayList<>();
            for (InboxMessage row : rows) {
                PreparedMail mail = mails.get(row.id());
                Route route = decide.route(mail, known);
                if (route.isOrdinary()) {
                    open.describe(row, mail.mail());
                    known.decided(row, mail.mail());
                    ways.add(new FollowRoute.Way(route, row, mail.mail()));
                }
            }
            follow.followEach(ways);
            return ways.stream().map(each -> each.message().id()).toList();
        }
    }
}
