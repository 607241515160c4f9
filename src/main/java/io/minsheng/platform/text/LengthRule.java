package io.minsheng.platform.text;

import java.util.List;
import java.util.Optional;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;

/**
 * How long a text may be, counted in code points of the cleaned text (contract: title 4-60, content 10-5,000, reason and
 * explanation 2,000, other texts 200).
 *
 * @param field name of the field as the caller sends it
 * @param label what people call it, e.g. 建议内容
 * @param min 0 if the field need not be filled in
 * @param max the longest accepted
 */
public record LengthRule(String field, String label, int min, int max) {

    /** 建议事项名称, needed. */
    public static LengthRule title(String field, String label) {
        return new LengthRule(field, label, 4, 60);
    }

    /** 建议内容, needed. */
    public static LengthRule content(String field, String label) {
        return new LengthRule(field, label, 10, 5000);
    }

    /** A reason, an explanation, a question: up to 2,000. */
    public static LengthRule reason(String field, String label) {
        return new LengthRule(field, label, 0, 2000);
    }

    /** Any other text: up to 200. */
    public static LengthRule other(String field, String label) {
        return new LengthRule(field, label, 0, 200);
    }

    /** The same rule for a field that must be filled in. */
    public LengthRule needed() {
        return min > 0 ? this : new LengthRule(field, label, 1, max);
    }

    /**
     * @param clean a text that went through {@link Texts}
     */
    public Optional<Violation> violation(String clean) {
        int length = Texts.codePoints(clean);
        if (length == 0) {
            return min == 0 ? Optional.empty() : Optional.of(new Violation(field, "请填写" + label + "。"));
        }
        if (length < min) {
            return Optional.of(new Violation(field, label + "至少 " + min + " 个字，现在 " + length + " 个字。"));
        }
        return length <= max ? Optional.empty()
                : Optional.of(new Violation(field, label + "最多 " + max + " 个字，现在 " + length + " 个字。"));
    }

    /**
     * The text, clean.
     *
     * @throws Refusal 400 when it does not pass
     */
    public String accepted(String text) {
        String clean = Texts.clean(text);
        violation(clean).ifPresent(each -> {
            throw Refusal.invalid(List.of(each));
        });
        return clean;
    }

    /** Adds the violation, if there is one. */
    public void check(String clean, List<Violation> violations) {
        violation(clean).ifPresent(violations::add);
    }
}
