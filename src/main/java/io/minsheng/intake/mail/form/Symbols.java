package io.minsheng.intake.mail.form;

import java.util.Locale;
import java.util.Map;

/** Boxes and ticks of the symbol fonts, as characters. */
final class Symbols {

    private static final String TICKED = "☑";
    private static final String EMPTY = "☐";
    private static final Map<Integer, String> WINGDINGS = Map.of(0xFC, "✓", 0xFB, "✗", 0xFE, TICKED, 0xFD, TICKED, 0xA8, EMPTY,
            0x6F, EMPTY, 0x71, EMPTY, 0x6E, "■");
    private static final Map<Integer, String> WINGDINGS_2 = Map.of(0x50, "✓", 0x52, TICKED, 0x53, TICKED, 0x54, TICKED, 0xA3,
            EMPTY, 0x2A, EMPTY, 0x30, EMPTY);

    private Symbols() {
    }

    static String box(boolean ticked) {
        return ticked ? TICKED : EMPTY;
    }

    /** The character that such a sign shows; empty for decoration. */
    static String of(String font, int code) {
        String name = font == null ? "" : font.toLowerCase(Locale.ROOT);
        int sign = code & 0xFF;
        if (name.contains("wingdings 2")) {
            return WINGDINGS_2.getOrDefault(sign, "");
        }
        return name.contains("wingdings") ? WINGDINGS.getOrDefault(sign, "") : "";
    }
}
