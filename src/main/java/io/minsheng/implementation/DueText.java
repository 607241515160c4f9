package io.minsheng.implementation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;

/** 完成时限 in words: a date as people write it, 持续推进 as it is, empty for none. */
public final class DueText {

    private static final String GOES_ON = "持续推进";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Pattern CHINESE_DATE = Pattern.compile("(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日?");

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

    /**
     * Reads what somebody typed: 2025-12-31 or 2025年12月31日, 持续推进, or nothing.
     *
     * @param field its name, for the violation
     * @return a date (ISO 8601), 持续推进, or null; also null when there is a violation
     */
    public static String read(String typed, String field, List<Violation> violations) {
        String due = Texts.cleanOrNull(typed);
        if (due == null || due.equals(GOES_ON)) {
            return due;
        }
        try {
            Matcher date = CHINESE_DATE.matcher(due);
            LocalDate day = (date.matches() ? LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)),
                    Integer.parseInt(date.group(3))) : LocalDate.parse(due));
            // the standard takes years of more than four digits with a sign, which nobody means
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new DateTimeException(due);
            }
            return day.toString();
        } catch (DateTimeException noDate) {
            violations.add(new Violation(field, "完成时限应为日期（如 2025-12-31）或“" + GOES_ON + "”，也可以不填。"));
            return null;
        }
    }
}
