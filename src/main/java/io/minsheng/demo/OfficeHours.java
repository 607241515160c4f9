package io.minsheng.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import jakarta.inject.Singleton;

import io.minsheng.calendar.WorkingDays;
import io.minsheng.platform.time.Shanghai;

/** When the office gets round to something: on a working day, between nine and half past five, and never in the future. */
@Singleton
class OfficeHours {

    private static final LocalTime FIRST = LocalTime.of(9, 0);
    private static final double WORKING = 8.5 / 24;

    private final WorkingDays workingDays;
    private final DemoClock clock;

    OfficeHours(WorkingDays workingDays, DemoClock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The moment of an act that follows another one after about so long. */
    Instant after(Instant earlier, Duration delay) {
        ZonedDateTime raw = earlier.plus(delay).atZone(Shanghai.ZONE);
        LocalDate day = raw.toLocalDate();
        while (!workingDays.isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        Instant at = day.atTime(FIRST).atZone(Shanghai.ZONE)
                .plusSeconds((long) (raw.toLocalTime().toSecondOfDay() * WORKING)).toInstant();
        Instant later = at.isAfter(earlier) ? at : earlier.plus(Duration.ofMinutes(10));
        return later.isAfter(clock.realTime()) ? clock.realTime() : later;
    }
}
