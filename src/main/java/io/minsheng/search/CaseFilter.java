package io.minsheng.search;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.minsheng.calendar.Light;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.CaseNumber;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.index.SearchCases;

/**
 * Which cases are wanted; null is no restriction.
 *
 * @param q a case number, or words of the case
 * @param department code of one that has or had a task on the case
 * @param light how the most pressing of its open tasks stands
 * @param month of the receipt
 */
public record CaseFilter(String q, Stage stage, String category, String township, Channel channel, String campaign,
        String department, Light light, YearMonth month) {

    /** Names of the parts, as calls and pages have them. */
    public static final List<String> PARTS = List.of("q", "stage", "category", "township", "channel", "campaign", "department",
            "light", "month");

    private static final int MAX_Q = 60;
    /** Four digits for the year: beyond them no calendar and no database can count. */
    private static final DateTimeFormatter MONTH = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4).appendLiteral('-').appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .toFormatter(Locale.ROOT);

    /**
     * Reads the query of a call; empty and missing values are no restriction.
     *
     * @param parts by the names of {@link #PARTS}; others are ignored
     * @throws Refusal 400 unknown stage, channel, light or month, or too many words
     */
    public static CaseFilter parse(Map<String, String> parts) {
        List<Violation> violations = new ArrayList<>();
        Stage stage = value("stage", parts.get("stage"), Stage.class, violations);
        Channel channel = value("channel", parts.get("channel"), Channel.class, violations);
        Light light = value("light", parts.get("light"), Light.class, violations);
        YearMonth month = month(emptyToNull(parts.get("month")), violations);
        String words = Texts.cleanOrNull(parts.get("q"));
        if (words != null && Texts.codePoints(words) > MAX_Q) {
            violations.add(new Violation("q", "查找内容最多 " + MAX_Q + " 字。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new CaseFilter(words, stage, emptyToNull(parts.get("category")), emptyToNull(parts.get("township")), channel,
                emptyToNull(parts.get("campaign")), emptyToNull(parts.get("department")), light, month);
    }

    /** Words within a campaign. */
    public static CaseFilter words(String q, String campaign) {
        return parse(Map.of("q", q, "campaign", campaign));
    }

    private static YearMonth month(String text, List<Violation> violations) {
        try {
            return text == null ? null : YearMonth.parse(text, MONTH);
        } catch (DateTimeException noMonth) {
            violations.add(new Violation("month", "月份请写成 2024-10 的样子。"));
            return null;
        }
    }

    /** What the index can be asked by. */
    Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put("stage", stage == null ? null : stage.name());
        facts.put("category", category);
        facts.put("township", township);
        facts.put("channel", channel == null ? null : channel.name());
        facts.put("campaign", campaign);
        facts.put(SearchCases.DEPARTMENT, department);
        facts.put(SearchCases.LIGHT, light == null ? null : light.name());
        facts.put(SearchCases.MONTH, month == null ? null : month.toString());
        return facts;
    }

    /** Whether the index is to be asked: for words, and for what the register would have to work out case by case. */
    boolean needsIndex() {
        return hasWords() || q == null && (department != null || light != null || month != null);
    }

    /** Whether words are looked for, not a case by its number. */
    boolean hasWords() {
        return q != null && !CaseNumber.isValid(q.toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> E value(String field, String code, Class<E> type, List<Violation> violations) {
        if (emptyToNull(code) == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(code)).findFirst().orElseGet(() -> {
            violations.add(new Violation(field, "没有“" + code + "”这个取值。"));
            return null;
        });
    }

    private static String emptyToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
