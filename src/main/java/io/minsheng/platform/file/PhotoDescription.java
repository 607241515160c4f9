package io.minsheng.platform.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an XMP packet (ISO 16684-1) says about a photo, as attributes or as elements. Found in one pass, since a packet of some
 * kilobytes may unpack to megabytes that are made to be read again and again.
 */
final class PhotoDescription {

    private static final Pattern NAME = Pattern
            .compile("(?<=[\\s<])(?:exif|exifEX|tiff|aux|GPano|Iptc4xmpCore|photoshop):[A-Za-z]++");

    private final String text;
    private final byte[] blanked;
    private final Map<Character, Integer> ahead = new HashMap<>();

    private PhotoDescription(byte[] xmp) {
        this.text = new String(xmp, ISO_8859_1);
        this.blanked = xmp.clone();
    }

    /** The same packet in as many bytes, with spaces for all that it says about a photo. */
    static byte[] blanked(byte[] xmp) {
        PhotoDescription description = new PhotoDescription(xmp);
        Matcher name = NAME.matcher(description.text);
        int at = 0;
        while (at < xmp.length && name.find(at)) {
            at = description.blankValue(name.end());
        }
        return description.blanked;
    }

    /**
     * Blanks what follows a name: {@code ="..."}, or what stands behind the end of its tag.
     *
     * @return where to look for the next name
     */
    private int blankValue(int nameEnd) {
        int sign = skipBlanks(nameEnd);
        if (sign < text.length() && text.charAt(sign) == '=') {
            int quote = skipBlanks(sign + 1);
            if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
                int end = next(text.charAt(quote), quote + 1);
                if (end < text.length()) {
                    return blank(quote + 1, end);
                }
            }
        }
        int tagEnd = next('>', nameEnd);
        if (next('<', nameEnd) < tagEnd || tagEnd == text.length()) {
            return nameEnd;
        }
        int end = next('<', tagEnd);
        return end < text.length() ? blank(tagEnd + 1, end) : nameEnd;
    }

    private int blank(int from, int to) {
        Arrays.fill(blanked, from, to, (byte) ' ');
        return to;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the sign stands next, the end of the text if nowhere; remembered, so that nothing is passed over twice. */
    private int next(char sign, int from) {
        Integer known = ahead.get(sign);
        if (known == null || known < from) {
            int found = text.indexOf(sign, from);
            known = found < 0 ? text.length() : found;
            ahead.put(sign, known);
        }
        return known;
    }
}
