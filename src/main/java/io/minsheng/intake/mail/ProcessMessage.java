package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Works on one stored mail: reads it outside of any transaction, then decides and acts in one. Idempotent. */
@ApplicationScoped
class ProcessMessage {

    private static final Logger LOG = Logger.getLogger(ProcessMessage.class);
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
            Duration.ofHours(2));

    private final InboxMessages messages;
    private final PrepareMail prepare;
    private final ReadingRoom room;
    private final HoldCopies copies;
    private final Decision decision;
    private final EnterReview review;
    private final InstantSource clock;

    ProcessMessage(InboxMessages messages, PrepareMail prepare, ReadingRoom room, HoldCopies copies, Decision decision,
            EnterReview review, InstantSource clock) {
        this.messages = messages;
        this.prepare = prepare;
        this.room = room;
        this.copies = copies;
        this.decision = decision;
        this.review = review;
        this.clock = clock;
    }

    /** Decides about one mail and acts, in the caller's transaction. */
    @ApplicationScoped
    static class Decision {

        private final OpenMessage open;
        private final FindCopies copies;
        private final DecideRoute decide;
        private final FollowRoute follow;

        Decision(OpenMessage open, FindCopies copies, DecideRoute decide, FollowRoute follow) {
            this.open = open;
            this.copies = copies;
            this.decide = decide;
            this.follow = follow;
        }

        void make(InboxMessage row, PreparedMail prepared) {
            describe(row, prepared);
            FindCopies.Copies known = copies.of(List.of(row.id()), List.of(prepared.mail()));
            follow.follow(decide.route(prepared, known), row, prepared.mail());
        }

        void describe(InboxMessage row, PreparedMail prepared) {
            open.describe(row, prepared.mail());
        }
    }

    /** @return false if the row needs nothing any more */
    boolean process(String id) {
        int tries = QuarkusTransaction.requiringNew().call(() -> messages.byId(id).tries());
        if (!QuarkusTransaction.requiringNew().call(() -> messages.take(id, clock.instant().plus(wait(tries))))) {
            return false;
        }
        taken(id, tries);
        return true;
    }

    /** Takes rows that were never tried, all at once. */
    void takeFresh(List<String> ids) {
        QuarkusTransaction.requiringNew().run(() -> messages.takeFresh(ids, clock.instant().plus(wait(0))));
    }

    /** Works on a row that was taken after so many tries before. */
    void taken(String id, int tries) {
        InboxMessage message = QuarkusTransaction.requiringNew().call(() -> messages.byId(id));
        try {
            if (tries >= WAITS.size()) {
                inTransaction(id, row -> review.enter(row, lastWords(message)));
            } else {
                room.during(message.size(), () -> work(id, prepare.of(message)));
            }
        } catch (RuntimeException | StackOverflowError e) {
            // nested so deep that a reader or a pattern gives up: it must not take others with it
            LOG.errorf(e, "邮件 %s 未能处理，稍后重试。", id);
            inTransaction(id, row -> row.failed(words(e), clock.instant().plus(wait(tries))));
        }
    }

    private static Duration wait(int tries) {
        return WAITS.get(Math.min(tries, WAITS.size() - 1));
    }

    private void work(String id, PreparedMail prepared) {
        copies.during(List.of(prepared.mail()), () -> {
            try {
                inTransaction(id, row -> decision.make(row, prepared));
            } catch (Refusal refusal) {
                // the register says no to what was read: a person can mend it, another try cannot
                inTransaction(id, row -> {
                    decision.describe(row, prepared);
                    review.enter(row, words(refusal));
                });
            }
            return null;
        });
    }

    private void inTransaction(String id, Consumer<InboxMessage> act) {
        QuarkusTransaction.requiringNew().run(() -> {
            InboxMessage row = messages.locked(id);
            if (row.state().isOpen()) {
                act.accept(row);
            }
        });
    }

    private static String lastWords(InboxMessage message) {
        return "多次处理未成功。" + (message.reason() == null ? "" : message.reason());
    }

    private static String words(Throwable e) {
        if (e instanceof Refusal refusal) {
            return refusal.violations().isEmpty() ? refusal.getMessage()
                    : String.join("", refusal.violations().stream().map(Violation::message).toList());
        }
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : "：" + e.getMessage());
    }
}
