package io.minsheng.calendar;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;

/** Which years can have a notice of the State Council by now; keeps typing errors out of the calendar. */
@Singleton
public class ImportableYears {

    private static final int FIRST = 2020;
    private static final int AHEAD = 2;

    private final InstantSource clock;

    ImportableYears(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Checks a year.
     *
     * @throws Refusal 400
     */
    public void check(int year) {
        if (year < FIRST || year > Shanghai.date(clock.instant()).getYear() + AHEAD) {
            throw Refusal.invalid("year", "请填写 " + FIRST + " 年以后、后年以前的年份。");
        }
    }
}
