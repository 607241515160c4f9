package io.minsheng.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** All civil dates and times of the product are those of Asia/Shanghai; instants are stored in UTC. */
public final class Shanghai {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private Shanghai() {
    }

    public static LocalDate date(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** 00:00 of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** ISO 8601 with offset, as the API writes times; null stays null. */
    public static OffsetDateTime iso(Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toOffsetDateTime();
    }

    /** 2024年10月21日; empty for null. */
    public static String sayDate(Instant at) {
        return at == null ? "" : DATE.format(at.atZone(ZONE));
    }

    /** 2024年10月21日; empty for null. */
    public static String sayDate(LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }

    /** An exclusive end as people say it: 2024年10月21日 for the 22nd, 00:00, else with its hour, 2024年10月21日 12:00. */
    public static String sayEnd(Instant end) {
        return isMidnight(end) ? sayDate(end.minusMillis(1)) : sayTime(end);
    }

    /** The hour of an exclusive end on its last day: 24:00 for 00:00 of the day after it, else 12:00. */
    public static String sayEndHour(Instant end) {
        return isMidnight(end) ? "24:00" : HOUR.format(end.atZone(ZONE));
    }

    private static boolean isMidnight(Instant at) {
        return at.atZone(ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** 2024年10月21日 09:30; empty for null. */
    public static String sayTime(Instant at) {
        return at == null ? "" : DATE_TIME.format(at.atZone(ZONE));
    }
}
