package io.minsheng.intake.mail;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines such as 建议事项名称：… in the body of a mail, and what remains without them. */
final class FormLines {

    private static final Pattern LINE = Pattern.compile(
            "^[\\s　>*·•]*(?:[（(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,2})[)）.、．]+\\s*)?[【\\[]?([\\p{IsHan}A-Za-z\\- 　]{2,16}?)(?:（[^）]{0,12}）|\\([^)]{0,12}\\))?[】\\]]?\\s*[:：]\\s*(.*)$");
    private static final Map<String, FormField> BY_LABEL = new HashMap<>();

    static {
        for (FormField field : FormField.values()) {
            field.labels().forEach(label -> BY_LABEL.put(key(label), field));
        }
    }

    private final Map<FormField, String> values = new EnumMap<>(FormField.class);
    private final String rest;

    private FormLines(String text) {
        StringBuilder remaining = new StringBuilder();
        FormField open = null;
        for (String line : text.split("\n", -1)) {
            Matcher found = LINE.matcher(line);
            FormField field = found.matches() ? BY_LABEL.get(key(found.group(1))) : null;
            if (field != null && !values.containsKey(field)) {
                values.put(field, found.group(2).strip());
                open = field.manyLines() || found.group(2).isBlank() ? field : null;
            } else if (open != null) {
                String so = values.get(open);
                values.put(open, so.isEmpty() ? line.strip() : so + "\n" + line.strip());
                open = open.manyLines() || values.get(open).isEmpty() ? open : null;
            } else {
                remaining.append(line).append('\n');
            }
        }
        this.rest = remaining.toString().strip();
    }

    static FormLines of(String text) {
        return new FormLines(text);
    }

    /** The value of a field that was filled in. */
    Optional<String> get(FormField field) {
        return Optional.ofNullable(values.get(field)).map(String::strip).filter(each -> !each.isEmpty());
    }

    /** The text without its form lines. */
    String rest() {
        return rest;
    }

    private static String key(String label) {
        return label.replaceAll("[\\s　]+", "").toLowerCase(Locale.ROOT);
    }
}
