package io.minsheng.platform.web;

import java.time.Instant;
import java.time.LocalDate;

import io.minsheng.platform.time.Shanghai;
import io.quarkus.qute.TemplateExtension;

/** Lets templates write times for people: {@code {case.receivedAt.sayDate}}. */
@TemplateExtension
final class SayTimes {

    private SayTimes() {
    }

    /** 2024年10月21日. */
    static String sayDate(Instant at) {
        return Shanghai.sayDate(at);
    }

    /** The last day before an exclusive end: 2024年10月21日 for the 22nd, 00:00. */
    static String sayLastDay(Instant end) {
        return Shanghai.sayDate(end.minusMillis(1));
    }

    /** An exclusive end with its hour, unless that is midnight: 2024年10月21日 12:00. */
    static String sayEnd(Instant end) {
        return Shanghai.sayEnd(end);
    }

    /** The hour of an exclusive end: 12:00; 24:00 for midnight. */
    static String sayEndHour(Instant end) {
        return Shanghai.sayEndHour(end);
    }

    /** 2024年10月21日 09:30. */
    static String sayTime(Instant at) {
        return Shanghai.sayTime(at);
    }

    /** 2024年10月21日. */
    static String sayDate(LocalDate day) {
        return Shanghai.sayDate(day);
    }
}
