package io.minsheng.publication.answer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.minsheng.proposal.Disposition;

/** What stands in brackets in a template and is filled in for each case. */
public enum TemplateField {

    REASON("理由", true),
    TITLE("建议标题", false),
    CASE_NUMBER("受理编号", false),
    PROJECT("项目名称", false),
    TARGET("年度目标", true),
    LEADS("牵头单位", true),
    DUE("完成时限", true);

    private static final Pattern BRACKETS = Pattern.compile("〔([^〕\\n]*)〕");

    private final String label;
    private final boolean sentence;

    TemplateField(String label, boolean sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** As it stands in the text: 〔理由〕. */
    public String mark() {
        return "〔" + label + "〕";
    }

    /** Whether answers to this disposition have it. */
    public boolean fits(Disposition disposition) {
        return switch (this) {
            case PROJECT, TARGET, LEADS, DUE -> disposition == Disposition.ADOPTED;
            case REASON -> disposition != Disposition.ADOPTED;
            default -> true;
        };
    }

    /** The brackets of a text that stand for nothing in an answer to this disposition. */
    static List<String> unknown(String text, Disposition disposition) {
        return BRACKETS.matcher(text).results().map(each -> each.group()).distinct()
                .filter(mark -> Arrays.stream(values()).noneMatch(each -> each.mark().equals(mark) && each.fits(disposition)))
                .toList();
    }

    /** The text with the brackets filled in; a line with one for which there is nothing is left out. */
    static String fill(String template, Map<TemplateField, String> values) {
        StringBuilder filled = new StringBuilder();
        Map<TemplateField, String> known = new EnumMap<>(TemplateField.class);
        values.forEach((field, value) -> {
            if (value != null && !value.isBlank()) {
                known.put(field, value);
            }
        });
        for (String line : template.split("\n", -1)) {
            String whole = line;
            for (Map.Entry<TemplateField, String> each : known.entrySet()) {
                whole = whole.replace(each.getKey().mark(), each.getKey().worded(each.getValue()));
            }
            // the filled-in words may hold brackets of their own; what counts is what the line asked for
            boolean lacks = BRACKETS.matcher(line).results()
                    .anyMatch(mark -> known.keySet().stream().noneMatch(each -> each.mark().equals(mark.group())));
            if (!lacks) {
                filled.append(filled.length() == 0 ? "" : "\n").append(whole.replace("。。", "。"));
            }
        }
        return filled.toString().replaceAll("\n{3,}", Matcher.quoteReplacement("\n\n")).strip();
    }

    private String worded(String value) {
        return !sentence || value.endsWith("。") ? value : value + "。";
    }
}
