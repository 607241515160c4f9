package io.minsheng.calendar;

import java.time.Instant;

/**
 * When something is due.
 *
 * @param at the first instant that is too late (24:00 of the last day)
 * @param yellowAt from when it is soon due
 * @param provisional 暂定: a year without imported data was counted Monday to Friday
 */
public record Due(Instant at, Instant yellowAt, boolean provisional) {
}
