package io.minsheng.evaluation;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.workflow.WorkItem;

/** Until when a department may return an assignment; for pages. */
@ApplicationScoped
public class ReturnLimit {

    private final CheckReturn check;

    ReturnLimit(CheckReturn check) {
        this.check = check;
    }

    /** Exclusive end of the last day. */
    public Instant of(WorkItem item) {
        return check.until(item);
    }
}
