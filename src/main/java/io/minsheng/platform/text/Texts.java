package io.minsheng.platform.text;

import java.text.Normalizer;

/**
 * How texts from outside are made clean before they are checked, kept or shown. Lengths are those of the cleaned text, in code
 * points, so a rare character or an emoji counts as one.
 */
public final class Texts {

    private static final int FEED = '\n';

    private Texts() {
    }

    /**
     * NFC; line ends as {@code \n}; without control characters, NUL, lone surrogates, bidi controls, invisible marks and outer
     * white space (also the ideographic one). A clean text can be stored by any database and shown as what it is.
     *
     * @return null for null
     */
    public static String clean(String text) {
        return text == null ? null : strip(Normalizer.normalize(kept(text, FEED), Normalizer.Form.NFC));
    }

    /** As {@link #clean}, and line ends and tabs become single spaces: for titles, names and the like. */
    public static String cleanLine(String text) {
        return text == null ? null
                : strip(Normalizer.normalize(kept(text, ' '), Normalizer.Form.NFC).replaceAll(" {2,}", " "));
    }

    /** The cleaned text, or null if nothing is left: for fields that need not be filled in. */
    public static String cleanOrNull(String text) {
        String clean = clean(text);
        return clean == null || clean.isEmpty() ? null : clean;
    }

    /**
     * For telephone numbers and e-mail addresses: one clean line in half width, as Chinese keyboards write digits and signs in
     * full width too; null if nothing is left.
     */
    public static String narrowOrNull(String text) {
        return text == null ? null : cleanOrNull(Normalizer.normalize(cleanLine(text), Normalizer.Form.NFKC));
    }

    /** Length in code points; 0 for null. */
    public static int codePoints(String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    /** The first {@code max} code points, with an ellipsis as the last of them if something was cut. */
    public static String shorten(String text, int max) {
        if (codePoints(text) <= max) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }

    private static String kept(String text, int feed) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\r' && i < text.length() && text.charAt(i) == '\n') {
                continue;
            }
            if (point == '\r' || point == '\n' || point == 0x2028 || point == 0x2029) {
                kept.appendCodePoint(feed);
            } else if (point == '\t') {
                kept.append(feed == FEED ? '\t' : ' ');
            } else if (isText(point)) {
                kept.appendCodePoint(point);
            }
        }
        return kept.toString();
    }

    private static boolean isText(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE -> false;
            // the joiners stay: they build emoji and some scripts; bidi controls and zero-width spaces only deceive
            case Character.FORMAT -> point == 0x200C || point == 0x200D || point > 0xFFFF;
            default -> true;
        };
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
