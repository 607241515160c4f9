package io.minsheng.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.Texts;
import io.minsheng.proposal.CaseNumber;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Stage;

/**
 * Which cases are wanted; null is no restriction.
 *
 * @param q a case number, or words of the case
 */
public record CaseFilter(String q, Stage stage, String category, String township, Channel channel, String campaign) {

    private static final int MAX_Q = 60;

    /**
     * Reads the query of a call; empty values are no restriction.
     *
     * @throws Refusal 400 unknown stage or channel, or too many words
     */
    public static CaseFilter parse(String q, String stage, String category, String township, String channel,
            String campaign) {
        List<Violation> violations = new ArrayList<>();
        Stage wantedStage = value("stage", stage, Stage.class, violations);
        Channel wantedChannel = value("channel", channel, Channel.class, violations);
        String words = Texts.cleanOrNull(q);
        if (words != null && Texts.codePoints(words) > MAX_Q) {
            violations.add(new Violation("q", "查找内容最多 " + MAX_Q + " 字。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new CaseFilter(words, wantedStage, emptyToNull(category), emptyToNull(township), wantedChannel,
                emptyToNull(campaign));
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
