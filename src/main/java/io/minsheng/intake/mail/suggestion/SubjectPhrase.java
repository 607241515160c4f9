package io.minsheng.intake.mail.suggestion;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.minsheng.platform.text.Texts;

/**
 * The words that the call asks for in the subject. People write them with spaces, full-width signs and 回复/转发 in front; what
 * counts is that the subject contains them.
 */
public final class SubjectPhrase {

    private static final Pattern PREFIX = Pattern.compile("^(?:(?:回复|答复|转发|回覆|轉發|re|fw|fwd)(?:\\[\\d+])?[:：])++",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s&&[^)）》”\"!?！？。]]+$");

    private static final Pattern ANSWERED = Pattern.compile("^\\s*(?i:(回复|答复|转发|回覆|轉發|re|fw|fwd))\\s*([:：])\\s*");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]+");

    private SubjectPhrase() {
    }

    /** Whether a subject contains the phrase; a blank phrase is in none. */
    public static boolean isIn(String subject, String phrase) {
        return !phrase.isBlank() && normal(subject).contains(normal(phrase));
    }

    /** What a subject says besides the phrase; empty if nothing. */
    static String rest(String subject, String phrase) {
        String rest = spaced(phrase).matcher(Normalizer.normalize(subject, Normalizer.Form.NFKC)).replaceAll(" ").strip();
        String before;
        do {
            before = rest;
            rest = PREFIX.matcher(ANSWERED.matcher(rest).replaceFirst("")).replaceFirst("");
        } while (!rest.equals(before));
        return Texts.cleanLine(EDGES.matcher(rest).replaceAll(""));
    }

    private static Pattern spaced(String phrase) {
        String signs = normal(phrase).codePoints().mapToObj(point -> Pattern.quote(Character.toString(point)))
                .collect(Collectors.joining("\\s*", "", "\\s*"));
        return Pattern.compile(signs, Pattern.CASE_INSENSITIVE);
    }

    private static String normal(String text) {
        String folded = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return PREFIX.matcher(SPACE.matcher(folded).replaceAll("")).replaceFirst("");
    }
}
