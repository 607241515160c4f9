package io.minsheng.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.time.Shanghai;

/**
 * Moves what is due by the working days that a clock stood still (domain: a clock pauses while a case is merged). A pause
 * within one day moves nothing, since everything is due at the end of a day.
 */
@ApplicationScoped
public class PausedClock {

    private final WorkingDays workingDays;

    PausedClock(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** How many working days a pause took away: those after its first day, up to and with its last. */
    public int days(Instant from, Instant to) {
        return Math.max(0, workingDays.calendar().workingDaysBetween(Shanghai.date(from), Shanghai.date(to)));
    }

    /** So many working days later, at the same time of day; an end of a day stays an end of a day. */
    public Instant later(Instant at, int days) {
        if (days == 0) {
            return at;
        }
        // 24:00 belongs to the day that it ends
        Instant within = at.minusNanos(1);
        LocalDate day = Shanghai.date(within);
        LocalDate moved = workingDays.calendar().plusWorkingDays(day, days);
        return at.plus(Duration.between(Shanghai.startOf(day), Shanghai.startOf(moved)));
    }

    /** Whether the days up to this moment reach into a year whose calendar is not known yet (暂定). */
    public boolean provisional(Instant at) {
        return !workingDays.calendar().isKnownYear(Shanghai.date(at.minusNanos(1)).getYear());
    }
}
