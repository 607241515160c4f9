package io.minsheng.intake.mail.form;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;

/**
 * In which character set the bytes of a rich text are: that of their font, else that of the whole text (RTF 1.9, ansicpg,
 * fcharset).
 */
final class RtfCharsets {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Map<Integer, Charset> fonts = new HashMap<>();
    private Charset whole = GB18030;

    /** The code page of the whole text. */
    void codePage(int page) {
        whole = charset(page);
    }

    /** The character set of a font; one that says nothing has that of the whole text. */
    void font(int font, int number) {
        fonts.put(font, switch (number) {
            case 134 -> GB18030;
            case 136 -> Charset.forName("Big5");
            case 128 -> Charset.forName("windows-31j");
            case 129 -> Charset.forName("x-windows-949");
            default -> whole;
        });
    }

    Charset of(int font) {
        return fonts.getOrDefault(font, whole);
    }

    private static Charset charset(int page) {
        if (page == 936 || page == 54936) {
            return GB18030;
        }
        String name = page == 65001 ? "UTF-8" : "windows-" + page;
        return Charset.isSupported(name) ? Charset.forName(name) : GB18030;
    }
}
