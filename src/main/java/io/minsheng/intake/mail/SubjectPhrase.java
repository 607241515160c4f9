package io.minsheng.intake.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import io.minsheng.platform.text.Texts;

/**
 * The words that the call asks for in the subject. People write them with spaces, full-width signs and 回复/转发 in front; what
 * counts
 * is that the subject contains them.
 */
final class SubjectPhrase {

    private static final Pattern PREFIX = Pattern.compile("^(?:(?:回复|答复|转发|回覆|轉發|re|fw|fwd)(?:\\[\\d+])?[:：])+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s&&[^)）》”\"!?！？。]]+$");

    private static final Pattern ANSWERED = Pattern.compile("^\\s*(?i:(回复|答复|转发|回覆|轉發|re|fw|fwd))\\s*([:：])\\s*");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]+");
    /** The last phrase that was looked for, as a pattern: all mails of a campaign look for the same. */
    private static volatile Spaced last = new Spaced("", Pattern.compile(""));

    private record Spaced(String phrase, Pattern pattern) {

        static Spaced of(String phrase) {
            StringBuilder pattern = new StringBuilder();
            normal(phrase).codePoints()
                    .forEach(point -> pattern.append(Pattern.quote(Character.toString(point))).append("\\s*"));
            return new Spaced(phrase, Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE));
        }
    }

    private SubjectPhrase() {
    }

    static boolean isIn(String subject, String phrase) {
        return !phrase.isBlank() && normal(subject).contains(normal(phrase));
    }

    /** What a subject says besides the phrase; empty if nothing. */
    static String rest(String subject, String phrase) {
        Spaced wanted = last;
        if (!Objects.equals(wanted.phrase(), phrase)) {
            wanted = Spaced.of(phrase);
            last = wanted;
        }
        String folded = Normalizer.normalize(subject, Normalizer.Form.NFKC);
        String rest = wanted.pattern().matcher(folded).replaceAll(" ").strip();
        String before;
        do {
            before = rest;
            rest = PREFIX.matcher(ANSWERED.matcher(rest).replaceFirst("")).replaceFirst("");
        } while (!rest.equals(before));
        return Texts.cleanLine(EDGES.matcher(rest).replaceAll(""));
    }

    private static String normal(String text) {
        String folded = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return PREFIX.matcher(SPACE.matcher(folded).replaceAll("")).replaceFirst("");
    }
}
