package io.minsheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.platform.error.Refusal;

class WorkCalendarTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(LoadPackagedYears.packaged().values());
    private static final WorkingDays WORKING_DAYS = new WorkingDays(null) {

        @Override
        public WorkCalendar calendar() {
            return CALENDAR;
        }
    };

    private final DueDates dueDates = new DueDates(WORKING_DAYS);
    private final DueWords words = new DueWords(WORKING_DAYS);

    @ParameterizedTest
    @CsvSource({ "2024-09-29,true", "2024-10-01,false", "2024-10-07,false", "2024-10-08,true", "2024-10-12,true",
            "2024-10-13,false",
            "2025-01-26,true", "2025-01-27,true", "2025-01-28,false", "2025-02-04,false", "2025-02-05,true", "2025-02-08,true",
            "2022-12-31,false", "2027-02-08,true" })
    void knowsHolidaysAndMakeUpDays(LocalDate day, boolean working) {
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(working);
    }

    @Test
    void knowsTheYearsOfItsNotices() {
        assertThat(CALENDAR.knownYears()).containsExactly(2020, 2021, 2022, 2023, 2024, 2025, 2026);
        WorkCalendar reachingBack = new WorkCalendar(
                ImportYear.parse(2028, "2027-12-31\tOFF\t元旦\n2028-01-01\tOFF\t元旦").values());
        assertThat(reachingBack.knownYears()).containsExactly(2028);
    }

    @Nested
    class DueDate {

        @ParameterizedTest
        // from, working days, last day: over 国庆 2024 (make-up days 9-29 and 10-12) and 春节 2025 (1-26 and 2-8)
        @CsvSource({ "2024-09-27T10:00:00+08:00,1,2024-09-29", "2024-09-28T10:00:00+08:00,1,2024-09-29",
                "2024-09-30T00:00:00+08:00,5,2024-10-12", "2024-09-30T23:59:59+08:00,5,2024-10-12",
                "2024-10-01T08:00:00+08:00,5,2024-10-12",
                "2024-10-08T08:00:00+08:00,5,2024-10-14", "2025-01-24T17:00:00+08:00,5,2025-02-07",
                "2025-01-27T17:00:00+08:00,4,2025-02-08",
                "2024-10-21T08:00:00+08:00,0,2024-10-21" })
        void isAtTheEndOfTheLastWorkingDay(OffsetDateTime from, int days, LocalDate lastDay) {
            Due due = dueDates.due(from.toInstant(), days);

            assertThat(due.at()).isEqualTo(at(lastDay.plusDays(1) + "T00:00:00+08:00"));
            assertThat(due.provisional()).isFalse();
        }

        @Test
        void countsTheDayOfShanghai() {
            // 2024-10-21 00:30 in Shanghai
            assertThat(dueDates.due(Instant.parse("2024-10-20T16:30:00Z"), 1).at()).isEqualTo(at("2024-10-23T00:00:00+08:00"));
        }

        @Test
        void turnsYellowAtSeventyPercentOrTwoDaysLeft() {
            // ten days from Monday 2024-10-14: due at the end of Monday 28th; two days (25th, 28th) are left from the 25th
            assertThat(dueDates.due(at("2024-10-14T00:00:00+08:00"), 10).yellowAt()).isEqualTo(at("2024-10-24T12:00:00+08:00"));
            // five days: due at the end of Monday 21st; the two last days are the 18th and 21st, 70 % are later
            assertThat(dueDates.due(at("2024-10-14T12:00:00+08:00"), 5).yellowAt()).isEqualTo(at("2024-10-18T00:00:00+08:00"));
            assertThat(dueDates.due(at("2024-10-14T12:00:00+08:00"), 1).yellowAt()).isEqualTo(at("2024-10-14T12:00:00+08:00"));
        }

        @Test
        void isProvisionalInAYearWithoutData() {
            assertThat(dueDates.due(at("2026-12-30T09:00:00+08:00"), 1).provisional()).isFalse();
            Due due = dueDates.due(at("2026-12-30T09:00:00+08:00"), 2);
            assertThat(due).extracting(Due::provisional, Due::at).containsExactly(true, at("2027-01-02T00:00:00+08:00"));
            assertThat(words.say(at("2026-12-30T09:00:00+08:00"), due)).isEqualTo("还剩 2 个工作日（暂定）");
        }
    }

    @ParameterizedTest
    @CsvSource({ "2024-09-30T09:00:00+08:00,还剩 5 个工作日", "2024-10-11T23:59:59+08:00,还剩 1 个工作日", "2024-10-12T00:00:00+08:00,今天到期",
            "2024-10-12T23:59:59+08:00,今天到期", "2024-10-13T00:00:00+08:00,已超期", "2024-10-14T00:00:00+08:00,已超期 1 个工作日",
            "2024-10-16T09:00:00+08:00,已超期 3 个工作日" })
    void saysHowADeadlineStands(OffsetDateTime now, String words) {
        Instant due = at("2024-10-13T00:00:00+08:00");

        assertThat(this.words.say(now.toInstant(), due)).isEqualTo(words);
    }

    @Test
    void lightsFollowTheDeadline() {
        Instant yellow = at("2024-10-11T00:00:00+08:00");
        Instant due = at("2024-10-13T00:00:00+08:00");

        assertThat(Light.at(yellow.minusMillis(1), yellow, due)).isEqualTo(Light.GREEN);
        assertThat(Light.at(yellow, yellow, due)).isEqualTo(Light.YELLOW);
        assertThat(Light.at(due.minusMillis(1), yellow, due)).isEqualTo(Light.YELLOW);
        assertThat(Light.at(due, yellow, due)).isEqualTo(Light.RED);
        assertThat(Light.at(due, null, null)).isEqualTo(Light.GREEN);
    }

    @Nested
    class Import {

        @Test
        void passesOverHeadersAndComments() {
            assertThat(ImportYear.parse(2027, "date\tkind\tname\n# 国办发明电\n\n2027-01-01\tOFF\t元旦\r\n2026-12-31\tOFF\t元旦\n"))
                    .hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(strings = { "", "2027-01-01 OFF 元旦", "2027-13-01\tOFF\t元旦", "2027-01-01\tFREE\t元旦", "2026-01-01\tOFF\t元旦",
                "2027-01-01\tOFF\t ", "2027-01-01\tOFF\t元旦\n2027-01-01\tOFF\t元旦" })
        void refusesWrongLines(String lines) {
            assertThatThrownBy(() -> ImportYear.parse(2027, lines)).isInstanceOf(Refusal.class);
        }

        @Test
        void namesEveryWrongLine() {
            assertThatThrownBy(() -> ImportYear.parse(2027, "2027-01-01\tOFF\t元旦\nx\n2027-01-02\ty\tz"))
                    .extracting(e -> ((Refusal) e).violations().stream().map(v -> v.message().substring(0, 5)).toList())
                    .asList().containsExactly("第 2 行", "第 3 行");
        }
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
