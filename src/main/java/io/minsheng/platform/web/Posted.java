package io.minsheng.platform.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.quarkus.qute.TemplateData;

/** What a page's form sent, as typed, so that it can be shown again. An empty field is the same as an absent one. */
@TemplateData
public final class Posted {

    private static final int DIGITS = 30;
    private static final String OUTCOME = "outcome";
    private static final String TAB = "tab";
    private static final String KEPT = "kept.";

    private final MultivaluedMap<String, String> fields;

    private Posted(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    public static Posted of(MultivaluedMap<String, String> fields) {
        return new Posted(fields == null ? new MultivaluedHashMap<>() : fields);
    }

    /** A form that nobody has filled in yet. */
    public static Posted none() {
        return of(new MultivaluedHashMap<>());
    }

    /** With a field filled in beforehand, unless it has a value already. */
    public Posted orElse(String field, String value) {
        if (value != null && !fields.containsKey(field)) {
            fields.putSingle(field, value);
        }
        return this;
    }

    /**
     * For a page with a form for each outcome, chosen by tabs: the form of another tab. What was typed on this one is kept and
     * travels along in {@link #kept}; what was typed on the other one before is back, and what both ask for comes along.
     *
     * @param outcome of the other tab; the field {@code outcome} says which tab this is
     */
    public Posted turnedTo(String outcome) {
        String here = KEPT + at(OUTCOME) + ".";
        String there = KEPT + outcome + ".";
        MultivaluedMap<String, String> turned = new MultivaluedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(KEPT)) {
                turned.put(name, values);
            } else if (!name.equals(TAB)) {
                // lists of their own: who fills in a field changes the list that it has
                turned.put(name, new ArrayList<>(values));
                turned.put(here + name, values);
            }
        });
        turned.remove(OUTCOME);
        fields.forEach((name, values) -> {
            if (name.startsWith(there)) {
                turned.remove(name);
                turned.compute(name.substring(there.length()), (field, now) -> now == null || isTyped(values) ? values : now);
            }
        });
        return new Posted(turned);
    }

    private static boolean isTyped(List<String> values) {
        return values.stream().anyMatch(each -> !each.isBlank());
    }

    /** The outcome whose tab was pressed; null when the form itself was sent. */
    public String tab() {
        return at(TAB);
    }

    /** What was typed on the other tabs, as hidden fields. */
    public List<Choice> kept() {
        return fields.entrySet().stream().filter(each -> each.getKey().startsWith(KEPT))
                .flatMap(each -> each.getValue().stream().map(value -> new Choice(each.getKey(), value))).toList();
    }

    /** With another value in a field. */
    public Posted with(String field, String value) {
        fields.putSingle(field, value);
        return this;
    }

    /** With one more value in a field that can be ticked several times. */
    public Posted add(String field, String value) {
        fields.add(field, value);
        return this;
    }

    /** Whether the form had this field, even if it was left empty. */
    public boolean sent(String field) {
        return fields.containsKey(field);
    }

    /** What was typed; null when nothing was. */
    public String at(String field) {
        String value = fields.getFirst(field);
        return value == null || value.isBlank() ? null : value;
    }

    /** All values of a field that can be ticked several times; null when none is. */
    public List<String> all(String field) {
        List<String> values = fields.getOrDefault(field, List.of()).stream().filter(each -> !each.isBlank()).toList();
        return values.isEmpty() ? null : values;
    }

    public boolean has(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    /**
     * A whole number; null when nothing was typed.
     *
     * @throws Refusal 400
     */
    public Integer number(String field) {
        BigDecimal value = amount(field);
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException e) {
            throw Refusal.invalid(field, "请填写整数。");
        }
    }

    /** A whole number; null when nothing was typed, also when it is none, which is then among what could not be read. */
    public Integer number(String field, String label, List<Violation> unreadable) {
        return orUnreadable(() -> number(field), label, unreadable);
    }

    /**
     * A number with decimals; null when nothing was typed, also when it is none, which is then among what could not be read.
     */
    public BigDecimal amount(String field, String label, List<Violation> unreadable) {
        return orUnreadable(() -> amount(field), label, unreadable);
    }

    // several of them stand one below the other, so each says which field it is about
    private static <T> T orUnreadable(Supplier<T> typed, String label, List<Violation> unreadable) {
        try {
            return typed.get();
        } catch (Refusal notOne) {
            notOne.violations().forEach(each -> unreadable.add(new Violation(each.field(), label + "：" + each.message())));
            return null;
        }
    }

    /** A whole number; null when anything else was typed, for a use case that names all that is wrong by itself. */
    public Integer numberOrNull(String field) {
        try {
            return number(field);
        } catch (Refusal notOne) {
            return null;
        }
    }

    /**
     * A day; null when nothing was typed.
     *
     * @throws Refusal 400
     */
    public LocalDate day(String field) {
        String value = at(field);
        try {
            return value == null ? null : LocalDate.parse(value.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "日期应写成 2024-12-20。");
        }
    }

    /**
     * A number with decimals; null when nothing was typed.
     *
     * @throws Refusal 400
     */
    public BigDecimal amount(String field) {
        String value = at(field);
        if (value == null) {
            return null;
        }
        String plain = value.strip().replace(",", "").replace("，", "");
        if (plain.length() > DIGITS || !plain.matches("-?\\d+(\\.\\d+)?")) {
            throw Refusal.invalid(field, "请填写数字。");
        }
        return new BigDecimal(plain);
    }
}
