package io.minsheng.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.WorkdayException.Kind;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.Texts;

/**
 * Replaces the exceptions of one year by those of the State Council's notice, as lines {@code date TAB OFF|WORK TAB name}. A
 * header line, empty lines and lines starting with # are passed over.
 */
@ApplicationScoped
public class ImportYear {

    private static final int MAX_LINES = 200;

    private static final int COLUMNS = 3;

    private final WorkdayExceptions exceptions;
    private final CalendarChange change;
    private final Event<Act> acts;

    ImportYear(WorkdayExceptions exceptions, CalendarChange change, Event<Act> acts) {
        this.exceptions = exceptions;
        this.change = change;
        this.acts = acts;
    }

    /**
     * @param year the year of the notice; it may name days of the December before
     * @param actor user name of who imports
     * @return how many exceptions the year now has
     * @throws Refusal 400 with one violation per wrong line; nothing is changed then
     */
    @Transactional
    public int importYear(int year, String lines, String actor) {
        Map<LocalDate, WorkdayException> days = parse(year, lines);
        exceptions.delete("day >= ?1 and day <= ?2", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        for (WorkdayException day : days.values()) {
            if (day.day().getYear() != year) {
                exceptions.delete("day", day.day());
            }
            exceptions.persist(day);
        }
        exceptions.flush();
        change.happened(year);
        acts.fire(new Act(actor, "CALENDAR_IMPORT", "CALENDAR", String.valueOf(year), null, "days=" + days.size()));
        return days.size();
    }

    /** The exceptions in the lines, by day. */
    static Map<LocalDate, WorkdayException> parse(int year, String lines) {
        List<Violation> violations = new ArrayList<>();
        Map<LocalDate, WorkdayException> days = new TreeMap<>();
        String[] all = lines.split("\\R");
        for (int i = 0; i < all.length && violations.size() < MAX_LINES; i++) {
            String line = all[i].strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith("date\t")) {
                continue;
            }
            String wrong = add(year, line, days);
            if (wrong != null) {
                violations.add(new Violation("lines", "第 " + (i + 1) + " 行：" + wrong));
            }
        }
        if (violations.isEmpty() && days.keySet().stream().noneMatch(day -> day.getYear() == year)) {
            violations.add(new Violation("lines", "没有 " + year + " 年的数据。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return days;
    }

    private static String add(int year, String line, Map<LocalDate, WorkdayException> days) {
        // nobody can type a tab into a form; a name may hold one of the other signs (国庆节、中秋节)
        String[] fields = line.contains("\t") ? line.split("\t") : line.split("[,，、]", COLUMNS);
        if (fields.length != COLUMNS) {
            return "应为三列：日期、OFF 或 WORK、节日名称，用制表符、逗号或顿号分隔。";
        }
        LocalDate day;
        Kind kind;
        try {
            day = LocalDate.parse(fields[0].strip());
            kind = Kind.valueOf(fields[1].strip());
        } catch (DateTimeException e) {
            return "日期应写成 2027-01-01。";
        } catch (IllegalArgumentException e) {
            return "第二列只能是 OFF（放假）或 WORK（上班）。";
        }
        String name = Texts.cleanLine(fields[2]);
        if (name.isEmpty() || name.length() > 40) {
            return "节日名称应为 1 至 40 个字。";
        }
        boolean ofThisNotice = day.getYear() == year || day.getYear() == year - 1 && day.getMonthValue() == 12;
        if (!ofThisNotice) {
            return "日期不在 " + year + " 年内。";
        }
        // a worked weekday is allowed: the notice of 2020 named Monday, 3 February, after it had prolonged the holidays
        return days.putIfAbsent(day, new WorkdayException(day, kind, name)) == null ? null : "日期重复。";
    }
}
