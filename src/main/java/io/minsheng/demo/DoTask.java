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

    private final ClaimWorkItem claim;
    private final CompleteWorkItem complete;
    private final DemoClock clock;

    DoTask(ClaimWorkItem claim, CompleteWorkItem complete, DemoClock clock) {
        this.claim = claim;
        this.complete = complete;
        this.clock = clock;
    }

    void claim(String item, Actor actor, Instant at) {
        perform(at, () -> claim.claim(item, actor));
    }

    void complete(String item, Object form, Actor actor, Instant at) {
        perform(at, () -> {
            claim.claim(item, actor);
            complete.completeForm(item, form, actor);
        });
    }

    /** A timer of the engine may be at work on the same case: then once more, as a person would. */
    void perform(Instant at, Runnable act) {
        for (int tried = 1;; tried++) {
            try {
                clock.at(at, () -> QuarkusTransaction.requiringNew().call(() -> {
                    act.run();
                    return null;
                }));
                return;
            } catch (RuntimeException e) {
                if (tried == TRIES || !ConcurrentChange.caused(e)) {
                    throw e;
                }
            }
        }
    }
}
