package io.minsheng.workflow;

import java.time.Instant;

/**
 * Until when a task should be done.
 *
 * @param at the deadline (exclusive end of the last day)
 * @param yellowAt from when on it is nearly due
 * @param provisional true when the calendar of a year it touches is not known yet (暂定)
 */
public record Deadline(Instant at, Instant yellowAt, boolean provisional) {
}
