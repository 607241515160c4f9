package io.minsheng.calendar;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.time.Shanghai;

/** How a deadline stands, in words that people read: 还剩 2 个工作日, 今天到期, 已超期 3 个工作日. */
@ApplicationScoped
public class DueWords {

    private final WorkingDays workingDays;

    DueWords(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * @param due the first instant that is too late; null is 无期限
     */
    public String say(Instant now, Instant due) {
        if (due == null) {
            return "无期限";
        }
        WorkCalendar calendar = workingDays.calendar();
        LocalDate today = Shanghai.date(now);
        LocalDate lastDay = Shanghai.date(due.minusNanos(1));
        if (!now.isBefore(due)) {
            int over = calendar.workingDaysBetween(lastDay, today);
            return over == 0 ? "已超期" : "已超期 " + over + " 个工作日";
        }
        if (!lastDay.isAfter(today)) {
            return "今天到期";
        }
        int left = calendar.workingDaysBetween(today, lastDay);
        return left == 0 ? "还剩不到 1 个工作日" : "还剩 " + left + " 个工作日";
    }

    /** The same, with 暂定 where the calendar of a year is missing. */
    public String say(Instant now, Due due) {
        return due == null ? say(now, (Instant) null) : say(now, due.at()) + (due.provisional() ? "（暂定）" : "");
    }
}
