package io.minsheng.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

import io.minsheng.platform.time.Shanghai;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every day of the packaged years and a little beyond. */
class WorkCalendarPropertiesTest {

    private static final WorkCalendar CALENDAR = new WorkCalendar(LoadPackagedYears.packaged().values());
    private final WorkingDays workingDays = new WorkingDays(null) {

        @Override
        public WorkCalendar calendar() {
            return CALENDAR;
        }
    };
    private final DueDates dueDates = new DueDates(workingDays);
    private final PausedClock longer = new PausedClock(workingDays);
    private final DueWords words = new DueWords(workingDays);

    /** Reads the shipped lines in its own way. */
    @Property
    void isWhatTheShippedLinesSay(@ForAll("days") LocalDate day) throws IOException {
        boolean weekday = day.getDayOfWeek().getValue() <= 5;
        String line = shipped().filter(each -> each.startsWith(day + "\t")).findFirst().orElse("");

        assertThat(CALENDAR.isWorkingDay(day))
                .isEqualTo(line.contains("\tWORK\t") || weekday && !line.contains("\tOFF\t"));
    }

    private static Stream<String> shipped() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/data/workdays.tsv")).stream();
    }

    @Property
    void anExtensionIsTheSameAsCountingOn(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 86_399) int second,
            @ForAll @IntRange(min = 1, max = 30) int n, @ForAll @IntRange(min = 0, max = 30) int m) {
        Instant from = Shanghai.startOf(day).plusSeconds(second);

        assertThat(longer.later(dueDates.due(from, n).at(), m)).isEqualTo(dueDates.due(from, n + m).at());
    }

    @Property
    void saysInWordsHowManyWorkingDaysAreLeft(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 30) int n) {
        Instant now = Shanghai.startOf(day).plusSeconds(3_600);
        Instant due = dueDates.due(now, n).at();

        assertThat(words.say(now, due)).isEqualTo("还剩 " + n + " 个工作日");
        assertThat(words.say(due.minusNanos(1), due)).isEqualTo("今天到期");
        assertThat(words.say(due, due)).startsWith("已超期");
    }

    @Property
    void neverLandsOnADayOff(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int n) {
        assertThat(CALENDAR.isWorkingDay(CALENDAR.plusWorkingDays(day, n))).isTrue();
        assertThat(CALENDAR.isWorkingDay(CALENDAR.plusWorkingDays(day, -n))).isTrue();
    }

    @Property
    void hasExactlyNWorkingDaysInBetween(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 60) int n) {
        LocalDate reached = CALENDAR.plusWorkingDays(day, n);

        assertThat(CALENDAR.workingDaysBetween(day, reached)).isEqualTo(n);
        assertThat(CALENDAR.workingDaysBetween(reached, day)).isEqualTo(-n);
        assertThat(day.plusDays(1).datesUntil(reached.plusDays(1)).filter(CALENDAR::isWorkingDay)).hasSize(n);
    }

    @Property
    void isMonotone(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 60) int n,
            @ForAll @IntRange(min = 0, max = 30) int later) {
        assertThat(CALENDAR.plusWorkingDays(day.plusDays(later), n)).isAfterOrEqualTo(CALENDAR.plusWorkingDays(day, n));
        assertThat(CALENDAR.plusWorkingDays(day, n + 1)).isAfter(CALENDAR.plusWorkingDays(day, n));
    }

    @Property
    void addsUp(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 30) int n,
            @ForAll @IntRange(min = 0, max = 30) int m) {
        assertThat(CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(day, n), m))
                .isEqualTo(CALENDAR.plusWorkingDays(day, n + m));
    }

    @Property
    void comesBackFromAWorkingDay(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 60) int n) {
        LocalDate start = CALENDAR.plusWorkingDays(day, 1);

        assertThat(CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(start, n), -n)).isEqualTo(start);
    }

    @Property
    void turnsYellowBetweenStartAndDue(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 86_399) int second,
            @ForAll @IntRange(min = 1, max = 40) int n) {
        Instant from = Shanghai.startOf(day).plusSeconds(second);
        Due due = dueDates.due(from, n);

        assertThat(due.yellowAt()).isBetween(from, due.at());
        assertThat(Duration.between(due.yellowAt(), due.at()))
                .isGreaterThanOrEqualTo(Duration.between(from, due.at()).multipliedBy(3).dividedBy(10));
        assertThat(Shanghai.date(due.at()).atStartOfDay(Shanghai.ZONE).toInstant()).isEqualTo(due.at());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(LocalDate.of(2020, 1, 1).toEpochDay(), LocalDate.of(2027, 3, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
