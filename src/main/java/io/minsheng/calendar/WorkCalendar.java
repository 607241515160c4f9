package io.minsheng.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.minsheng.calendar.WorkdayException.Kind;

/** An immutable picture of the calendar: Monday to Friday, and the exceptions. */
public final class WorkCalendar {

    private final Map<LocalDate, Kind> exceptions = new HashMap<>();
    private final Set<Integer> knownYears = new HashSet<>();

    public WorkCalendar(Collection<WorkdayException> exceptions) {
        for (WorkdayException exception : exceptions) {
            this.exceptions.put(exception.day(), exception.kind());
            // New Year's notice may reach back into December, which says nothing about the rest of that year
            if (exception.day().getMonthValue() < 12) {
                knownYears.add(exception.day().getYear());
            }
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        Kind kind = exceptions.get(day);
        if (kind != null) {
            return kind == Kind.WORK;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the year's notice has been imported; without it days count by their weekday only. */
    public boolean isKnownYear(int year) {
        return knownYears.contains(year);
    }

    public Set<Integer> knownYears() {
        return new TreeSet<>(knownYears);
    }

    /**
     * The n-th working day after the day; for n = 0 the day itself, for a negative n the n-th working day before it.
     */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        int step = n < 0 ? -1 : 1;
        LocalDate reached = day;
        for (int left = Math.abs(n); left > 0;) {
            reached = reached.plusDays(step);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** How many working days are after {@code from} up to and with {@code to}; negative if {@code to} is before. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}
