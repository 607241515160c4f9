package io.minsheng.workflow;

import java.time.Instant;

/** Owned here, implemented by the campaign: working days per queue are its settings. */
public interface Deadlines {

    /** The deadline of a task that begins at {@code from}. */
    Deadline due(String campaign, String queue, String step, Instant from);

    /** How many working days a campaign allows for a task now; null where its limit is not a number of days. */
    Integer days(String campaign, String queue, String step);

    /** The deadline so many working days after {@code from}. */
    Deadline counted(int days, Instant from);

    /** A deadline that somebody named, e.g. in a notice; it is never counted again, so never provisional. */
    Deadline named(Instant at, Instant from);

    /** How many working days a clock that stood still between these moments has lost. */
    int pausedDays(Instant from, Instant to);

    /** The deadline, so many working days later. */
    Deadline later(Deadline deadline, int pausedDays);
}
