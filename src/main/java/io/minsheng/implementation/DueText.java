package io.minsheng.implementation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import io.minsheng.platform.time.Shanghai;

/** 完成时限 in words: a date as people write it, 持续推进 as it is, empty for none. */
public final class DueText {

    private DueText() {
    }

    public static String of(String due) {
        if (due == null) {
            return "";
        }
        try {
            return Shanghai.sayDate(LocalDate.parse(due));
        } catch (DateTimeParseException words) {
            return due;
        }
    }
}
