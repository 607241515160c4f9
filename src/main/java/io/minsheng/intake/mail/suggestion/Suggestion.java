package io.minsheng.intake.mail.suggestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.minsheng.intake.mail.form.FormField;
import io.quarkus.qute.TemplateData;

/**
 * What a case made of a mail, or of a part of it, would say (contract: mailbox).
 *
 * @param fields by their codes: title, category (code), content, reason, township (code), place, beneficiaries, target, name,
 *        phone, email, address; what was not found is missing
 * @param source {@value #BODY} or the name of the file
 * @param caseNumber the case that it became; null while it is none
 */
@TemplateData
public record Suggestion(Map<String, Guess> fields, String source, String caseNumber) {

    /** The source when it stood in the text of the mail. */
    public static final String BODY = "BODY";

    private static final int DOUBTFUL = 75;
    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        for (FormField field : FormField.values()) {
            LABELS.put(field.code(), field.label());
        }
        LABELS.put("township", "所在镇街");
    }

    /** The value of a field; empty when nothing was found. */
    public String at(String field) {
        Guess guess = fields.get(field);
        return guess == null || guess.value() == null ? "" : guess.value();
    }

    /** How sure a field is, in whole percent; null when nothing was found. */
    public Integer percent(String field) {
        Guess guess = fields.get(field);
        return guess == null ? null : (int) Math.round(guess.confidence() * 100);
    }

    /** The source in words for people. */
    public String where() {
        return source.equals(BODY) ? "邮件正文" : "附件“" + source + "”";
    }

    /**
     * A field for people to look at.
     *
     * @param label as on the form
     * @param value the code's name where it is a code that has one, else as read
     */
    @TemplateData
    public record Line(String label, String value, int percent) {

        /** Whether a person should look twice. */
        public boolean doubtful() {
            return percent < DOUBTFUL;
        }
    }

    /**
     * The fields in the order of the form.
     *
     * @param names of categories and townships by their codes
     */
    public List<Line> lines(Map<String, String> names) {
        return LABELS.entrySet().stream().filter(each -> fields.containsKey(each.getKey()))
                .map(each -> new Line(each.getValue(), names.getOrDefault(at(each.getKey()), at(each.getKey())),
                        percent(each.getKey())))
                .toList();
    }

    /** How the machine came to a field, in words for people; null when nothing was found. */
    public String hint(String field) {
        Integer percent = percent(field);
        if (percent == null) {
            return null;
        }
        return "识读自" + where() + "，把握 " + percent + "%" + (percent < DOUBTFUL ? "，请特别核对" : "");
    }

    /** The same, with the case that it became. */
    public Suggestion became(String number) {
        return new Suggestion(fields, source, number);
    }
}
