package io.minsheng.workflow.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes well-formed SVG: every value and text is escaped here and nowhere else. */
final class Svg {

    private final StringBuilder out = new StringBuilder(16_384);

    Svg open(String name, Object... attributes) {
        start(name, attributes);
        out.append('>');
        return this;
    }

    Svg close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    Svg leaf(String name, Object... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    Svg text(String text) {
        out.append(escaped(text));
        return this;
    }

    Svg element(String name, String text, Object... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void start(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"").append(escaped(value(attributes[i + 1]))).append('"');
        }
    }

    private static String value(Object value) {
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    /** A coordinate with at most one decimal, the same in every locale. */
    static String number(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    // control characters are no XML characters; a picture can do without them
                    if (c >= ' ') {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }
}
