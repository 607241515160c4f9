package io.minsheng.proposal.index;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The pairs of neighbouring Chinese characters and the other words of a text, as the index has them. */
public final class Grams {

    private Grams() {
    }

    /** Each once, in the order of the text. */
    public static Set<String> of(String text) {
        Set<String> grams = new LinkedHashSet<>();
        StringBuilder run = new StringBuilder();
        boolean ideographs = false;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean ideograph = Character.isIdeographic(point);
            if (!Character.isLetterOrDigit(point) || ideograph != ideographs) {
                add(grams, run, ideographs);
                run.setLength(0);
            }
            ideographs = ideograph;
            if (Character.isLetterOrDigit(point)) {
                run.appendCodePoint(point);
            }
        }
        add(grams, run, ideographs);
        return grams;
    }

    private static void add(Set<String> grams, StringBuilder run, boolean ideographs) {
        if (!ideographs) {
            if (run.length() > 0) {
                grams.add(run.toString().toLowerCase(Locale.ROOT));
            }
            return;
        }
        int[] points = run.codePoints().toArray();
        for (int i = 0; i + 1 < points.length; i++) {
            grams.add(new String(points, i, 2));
        }
    }
}
