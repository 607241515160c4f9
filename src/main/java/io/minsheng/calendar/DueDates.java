package io.minsheng.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.time.Shanghai;

/**
 * Deadlines in working days: day 1 is the next working day, due at 24:00 of the last one, Asia/Shanghai. Yellow from 70 % of
 * the time used or from when two working days are left, whichever is earlier (domain: Rules of handling).
 */
@ApplicationScoped
public class DueDates {

    private static final int DAYS_LEFT_WHEN_YELLOW = 2;

    private final WorkingDays workingDays;

    DueDates(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * @param from when the clock starts
     * @param days working days, 0 for the end of the same day
     */
    public Due due(Instant from, int days) {
        return endOf(workingDays.calendar().plusWorkingDays(Shanghai.date(from), days), from);
    }

    /**
     * A deadline somebody named by its last day, e.g. in a 督办通知书.
     *
     * @param lastDay due at 24:00 of this day
     */
    public Due endOf(LocalDate lastDay, Instant from) {
        WorkCalendar calendar = workingDays.calendar();
        Instant at = Shanghai.startOf(lastDay.plusDays(1));
        return new Due(at, yellowAt(calendar, from, at), touchesUnknownYear(calendar, Shanghai.date(from), lastDay));
    }

    /**
     * Something that is due every month: on a working day of the next one.
     *
     * @param from when the clock starts
     * @param day which working day of the following month, from 1
     */
    public Due inNextMonth(Instant from, int day) {
        LocalDate before = YearMonth.from(Shanghai.date(from)).atEndOfMonth();
        return endOf(workingDays.calendar().plusWorkingDays(before, day), from);
    }

    /** 00:00 of the first working day of a month. */
    public Instant startOfMonth(YearMonth month) {
        return Shanghai.startOf(workingDays.plusWorkingDays(month.minusMonths(1).atEndOfMonth(), 1));
    }

    private static Instant yellowAt(WorkCalendar calendar, Instant from, Instant at) {
        Instant used = from.plus(Duration.between(from, at).multipliedBy(7).dividedBy(10));
        // counted back from the day after the last one: its second working day before is the first of the two that are left
        Instant twoLeft = Shanghai.startOf(calendar.plusWorkingDays(Shanghai.date(at), -DAYS_LEFT_WHEN_YELLOW));
        Instant earlier = used.isBefore(twoLeft) ? used : twoLeft;
        return earlier.isBefore(from) ? from : earlier;
    }

    private static boolean touchesUnknownYear(WorkCalendar calendar, LocalDate first, LocalDate last) {
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            if (!calendar.isKnownYear(year)) {
                return true;
            }
        }
        return false;
    }
}
