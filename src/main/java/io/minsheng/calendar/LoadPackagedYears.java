package io.minsheng.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** Fills an empty calendar with the years that come with the product; what an office imported later is never overwritten. */
@Singleton
public class LoadPackagedYears {

    private static final String RESOURCE = "/data/workdays.tsv";

    private final WorkdayExceptions exceptions;
    private final WorkingDays workingDays;

    LoadPackagedYears(WorkdayExceptions exceptions, WorkingDays workingDays) {
        this.exceptions = exceptions;
        this.workingDays = workingDays;
    }

    /** Early, because due dates are computed by whatever starts later (the demo's cases). */
    void atStart(@Observes @Priority(100) StartupEvent start) {
        try {
            QuarkusTransaction.requiringNew().run(this::fillIfEmpty);
        } catch (RuntimeException e) {
            // of several nodes that start on an empty database one wins, the others find its rows
            if (QuarkusTransaction.requiringNew().call(exceptions::count) == 0) {
                throw e;
            }
        }
        workingDays.forget();
    }

    private void fillIfEmpty() {
        if (exceptions.count() == 0) {
            packaged().values().forEach(exceptions::persist);
        }
    }

    /** Every packaged exception, by day. */
    static Map<LocalDate, WorkdayException> packaged() {
        Map<LocalDate, WorkdayException> days = new TreeMap<>();
        Map<Integer, StringBuilder> years = new TreeMap<>();
        text().lines().filter(line -> line.matches("\\d{4}-.*"))
                .forEach(line -> years.computeIfAbsent(Integer.valueOf(line.substring(0, 4)), y -> new StringBuilder())
                        .append(line).append('\n'));
        years.forEach((year, lines) -> days.putAll(ImportYear.parse(year, lines.toString())));
        return days;
    }

    private static String text() {
        try (InputStream in = LoadPackagedYears.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }
}
