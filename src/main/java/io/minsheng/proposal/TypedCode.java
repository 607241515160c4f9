package io.minsheng.proposal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case number or query code as people type it off a receipt: in small letters, in the full width of a Chinese keyboard, in
 * groups, with another dash or none.
 */
public final class TypedCode {

    /** A number without its dashes; longer than any query code. */
    private static final Pattern NUMBER = Pattern.compile("([A-Z0-9]{2,12}?)-?(\\d{6})-?(\\d)");

    private TypedCode() {
    }

    /** As it is meant; empty for null. */
    public static String plain(String typed) {
        if (typed == null) {
            return "";
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\p{Pd}\\u2212\\u30FC]", "-")
                .replaceAll("[\\s\\p{Z}\\p{C}]+", "").toUpperCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(plain);
        return number.matches() ? number.group(1) + "-" + number.group(2) + "-" + number.group(3) : plain;
    }
}
