package io.minsheng.demo;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.ConcurrentChange;
import io.minsheng.workflow.ClaimWorkItem;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Lets somebody claim a task, and complete it, at a moment of the past. */
@Singleton
class DoTask {

    private static final int TRIES = 4;
    private static final int SECONDS = 300;

    private final ClaimWorkItem claim;
    private final CompleteWorkItem complete;
    private final DemoClock clock;

    DoTask(ClaimWorkItem claim, CompleteWorkItem complete, DemoClock clock) {
        this.claim = claim;
        this.complete = complete;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    void claim(String item, Actor actor, Instant at) {
        clock.at(at, () -> claim.claim(item, actor));
    }

    /** In the caller's transaction. */
    void complete(String item, Object form, Actor actor, Instant at) {
        clock.at(at, () -> {
            claim.claim(item, actor);
            return complete.completeForm(item, form, actor);
        });
    }

    /**
     * Does acts in one transaction: a reminder that was due in the past finds the case only where it is to stand. A timer of
     * the engine may be at work on the same case nevertheless: then once more, as a person would.
     */
    void inOneTransaction(Runnable acts) {
        for (int tried = 1;; tried++) {
            try {
                QuarkusTransaction.requiringNew().timeout(SECONDS).run(acts);
                return;
            } catch (RuntimeException e) {
                if (tried == TRIES || !ConcurrentChange.caused(e)) {
                    throw e;
                }
            }
        }
    }
}
