package io.minsheng.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;

/** Limits of time in a query: a day ({@code 2024-10-21}, of Asia/Shanghai) or an instant with offset (ISO 8601). */
public final class Moments {

    private Moments() {
    }

    /**
     * The first instant that is wanted; a day counts from its 00:00.
     *
     * @return null for an absent or empty value
     * @throws Refusal 400 if it is neither
     */
    public static Instant from(String field, String value) {
        return parse(field, value, 0);
    }

    /** The first instant that is not wanted any more; a day counts to its 24:00. */
    public static Instant to(String field, String value) {
        return parse(field, value, 1);
    }

    private static Instant parse(String field, String value, int days) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            // a plus sign in a query arrives as a blank
            String text = value.strip().replace(' ', '+');
            return text.length() == 10 ? Shanghai.startOf(LocalDate.parse(text).plusDays(days))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(field, "应写成 2024-10-21 或 2024-10-21T09:30:00+08:00。");
        }
    }
}
