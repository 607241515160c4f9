package io.minsheng.proposal;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A case number or query code as people type it off a receipt: in small letters, in the full width of a Chinese keyboard, in
 * groups, with another dash.
 */
public final class TypedCode {

    private TypedCode() {
    }

    /** As it is meant; empty for null. */
    public static String plain(String typed) {
        return typed == null ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\p{Pd}\\u2212\\u30FC]", "-")
                        .replaceAll("[\\s\\p{Z}\\p{C}]+", "").toUpperCase(Locale.ROOT);
    }
}
