package io.minsheng;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Working days, counted once more and apart from the program. */
final class CountedDays {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    private CountedDays() {
    }

    static CountedDays read() {
        CountedDays days = new CountedDays();
        try (InputStream in = CountedDays.class.getResourceAsStream("/data/workdays.tsv");
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().skip(1).toList()) {
                String[] cells = line.split("\t");
                (cells[1].equals("OFF") ? days.off : days.worked).add(LocalDate.parse(cells[0]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }

    private boolean isWorkday(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return worked.contains(day) || !weekend && !off.contains(day);
    }

    /** Day 1 is the next working day; due at 24:00. */
    Instant due(Instant from, int days) {
        LocalDate day = day(from);
        for (int left = days; left > 0;) {
            day = day.plusDays(1);
            left -= isWorkday(day) ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }

    /** Those after the first day, up to and with the last. */
    int between(LocalDate first, LocalDate last) {
        return (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(this::isWorkday).count();
    }

    static LocalDate day(Instant at) {
        return at.atZone(SHANGHAI).toLocalDate();
    }
}
