package io.minsheng.evaluation;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.workflow.WorkItem;

/** Until when a department may return an assignment; for pages. */
@ApplicationScoped
public class ReturnLimit {

    private final CheckReturn check;
    private final InstantSource clock;

    ReturnLimit(CheckReturn check, InstantSource clock) {
        this.check = check;
        this.clock = clock;
    }

    /** Exclusive end of the last day. */
    public Instant of(WorkItem item) {
        return check.until(item);
    }

    /** Whether it may still be returned. */
    public boolean isOpen(WorkItem item) {
        return clock.instant().isBefore(of(item));
    }
}
