package io.minsheng.workflow;

import io.minsheng.platform.actor.Actor;

/** Fired inside the transaction in which somebody claimed a task. */
public record WorkItemClaimed(WorkItem item, Actor actor) {
}
