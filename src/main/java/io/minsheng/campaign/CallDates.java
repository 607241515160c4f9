package io.minsheng.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.minsheng.platform.error.Violation;
import io.minsheng.platform.time.Shanghai;

/** When a call begins and ends: in years that people write in four digits and every database keeps. */
final class CallDates {

    private static final Instant EARLIEST = Shanghai.startOf(LocalDate.of(2000, 1, 1));
    private static final Instant LATEST = Shanghai.startOf(LocalDate.of(9999, 12, 31));

    private CallDates() {
    }

    /** @param closes exclusive end */
    static void check(Instant opens, Instant closes, List<Violation> violations) {
        boolean known = Stream.of(year("opens", opens, violations), year("closes", closes, violations)).allMatch(each -> each);
        if (known && !opens.isBefore(closes)) {
            violations.add(new Violation("closes", "截止时间应晚于开始时间。"));
        }
    }

    private static boolean year(String field, Instant at, List<Violation> violations) {
        boolean known = !at.isBefore(EARLIEST) && !at.isAfter(LATEST);
        if (!known) {
            violations.add(new Violation(field, "请填写 2000 年到 9999 年之间的日期。"));
        }
        return known;
    }
}
