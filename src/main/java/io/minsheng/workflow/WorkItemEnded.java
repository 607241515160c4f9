package io.minsheng.workflow;

/** Fired inside the transaction in which a work item ended, completed or taken away. */
public record WorkItemEnded(WorkItem item) {
}
