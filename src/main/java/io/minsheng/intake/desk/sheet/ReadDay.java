package io.minsheng.intake.desk.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them in spreadsheets: 2024-10-21, 2024/10/21, 2024.10.21, 2024年10月21日, 20241021. */
final class ReadDay {

    private static final Pattern PARTS = Pattern
            .compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]\\d{1,2}:\\d{2}.*)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    /** Numbers that spreadsheet programs keep for the days from 2000 to 2099, counted from 1900. */
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST = 36_526;
    private static final int LAST = 73_050;

    private ReadDay() {
    }

    static Optional<LocalDate> of(Cell cell) {
        String text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).strip().replaceAll("\\s*([-/.年月])\\s*", "$1");
        if (cell.number() && text.matches("\\d{5}(?:\\.\\d+)?")) {
            int days = Integer.parseInt(text.substring(0, 5));
            if (days >= FIRST && days <= LAST) {
                return Optional.of(ZERO.plusDays(days));
            }
        }
        Matcher parts = PARTS.matcher(text);
        Matcher digits = DIGITS.matcher(text);
        Matcher found = parts.matches() ? parts : digits;
        try {
            return parts.matches() || digits.matches()
                    ? Optional.of(LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
