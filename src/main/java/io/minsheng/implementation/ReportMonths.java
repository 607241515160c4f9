package io.minsheng.implementation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.calendar.DueDates;
import io.minsheng.platform.time.Shanghai;

/**
 * Which months are reported, and when: from the month of publication, one after the other, none ahead. A month that was
 * reported can be corrected.
 */
@Singleton
public class ReportMonths {

    private final ProgressReports reports;
    private final DueDates dueDates;
    private final InstantSource clock;

    ReportMonths(ProgressReports reports, DueDates dueDates, InstantSource clock) {
        this.reports = reports;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /** The month that is to be reported next. */
    public YearMonth next(Project project) {
        return reports.newest(project).map(each -> each.month().plusMonths(1)).orElseGet(() -> first(project));
    }

    /** The months a report can be about now, the newest first; never empty. */
    public List<YearMonth> open(Project project) {
        YearMonth next = next(project);
        YearMonth last = next.isAfter(current()) ? current() : next;
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = last; !month.isBefore(first(project)); month = month.minusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** When the report of a month is asked for: 00:00 of the first working day of that month. */
    public Instant askedAt(YearMonth month) {
        return dueDates.startOfMonth(month);
    }

    private static YearMonth first(Project project) {
        return YearMonth.from(Shanghai.date(project.publishedAt()));
    }

    private YearMonth current() {
        return YearMonth.from(Shanghai.date(clock.instant()));
    }
}
