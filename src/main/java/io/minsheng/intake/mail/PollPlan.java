package io.minsheng.intake.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import io.minsheng.intake.mail.imap.Mailbox;

/** When a mailbox is polled next: after its interval, after failures ever later, and never exactly on the beat. */
record PollPlan(int failures, Instant next) {

    private static final Duration LATEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 6;
    private static final double JITTER = 0.1;

    static PollPlan atOnce(Instant now) {
        return new PollPlan(0, now);
    }

    boolean isDue(Instant now) {
        return !next.isAfter(now);
    }

    PollPlan after(Mailbox mailbox, boolean failed, Instant now, RandomGenerator random) {
        int so = failed ? failures + 1 : 0;
        Duration interval = mailbox.habits().interval();
        Duration wait = interval.multipliedBy(1L << Math.min(so, DOUBLINGS));
        Duration latest = interval.compareTo(LATEST) > 0 ? interval : LATEST;
        long millis = (wait.compareTo(latest) > 0 ? latest : wait).toMillis();
        // later only: some servers count what comes sooner
        return new PollPlan(so, now.plusMillis(millis + (long) (millis * JITTER * random.nextDouble())));
    }
}
