package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Works on one stored mail: reads it outside of any transaction, then decides and acts in one. Idempotent. */
@ApplicationScoped
class ProcessMessage {

    private static final Logger LOG = Logger.getLogger(ProcessMessage.class);
    private static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30),
            Duration.ofHours(2));
    private static final ReentrantLock[] COPIES = Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    private final InboxMessages messages;
    private final OpenMessage open;
    private final DecideRoute decide;
    private final FollowRoute follow;
    private final EnterReview review;
    private final InstantSource clock;

    ProcessMessage(InboxMessages messages, OpenMessage open, DecideRoute decide, FollowRoute follow, EnterReview review,
            InstantSource clock) {
        this.messages = messages;
        this.open = open;
        this.decide = decide;
        this.follow = follow;
        this.review = review;
        this.clock = clock;
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
                work(id, open.read(message));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "邮件 %s 未能处理，稍后重试。", id);
            inTransaction(id, row -> row.failed(words(e), clock.instant().plus(wait(tries))));
        }
    }

    private static Duration wait(int tries) {
        return WAITS.get(Math.min(tries, WAITS.size() - 1));
    }

    private void work(String id, ReadMail mail) {
        EnclosedForms enclosed = EnclosedForms.of(mail);
        // of two copies one is decided after the other
        ReentrantLock copies = COPIES[Math.floorMod(mail.contentDigest().hashCode(), COPIES.length)];
        copies.lock();
        try {
            inTransaction(id, row -> {
                open.describe(row, mail);
                follow.follow(decide.route(row, mail, enclosed), row, mail);
            });
        } catch (Refusal refusal) {
            // the register says no to what was read: a person can mend it, another try cannot
            inTransaction(id, row -> {
                open.describe(row, mail);
                review.enter(row, words(refusal));
            });
        } finally {
            copies.unlock();
        }
    }

    private void inTransaction(String id, java.util.function.Consumer<InboxMessage> act) {
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

    private static String words(RuntimeException e) {
        if (e instanceof Refusal refusal) {
            return refusal.violations().isEmpty() ? refusal.getMessage()
                    : String.join("", refusal.violations().stream().map(Violation::message).toList());
        }
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : "：" + e.getMessage());
    }
}
