package io.minsheng.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** All civil dates and times of the product are those of Asia/Shanghai; instants are stored in UTC. */
public final class Shanghai {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

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

    /** 2024年10月21日 09:30; empty for null. */
    public static String sayTime(Instant at) {
        return at == null ? "" : DATE_TIME.format(at.atZone(ZONE));
    }
}
