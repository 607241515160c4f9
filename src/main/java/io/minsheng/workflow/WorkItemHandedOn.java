package io.minsheng.workflow;

import io.minsheng.platform.actor.Actor;

/**
 * Fired inside the transaction in which a task went to another person or back to the group.
 *
 * @param to null when it was given back
 * @param reason null when none was given
 */
public record WorkItemHandedOn(WorkItem item, Actor to, String reason, Actor by) {
}
