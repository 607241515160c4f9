package io.minsheng.platform.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a stream of a PDF stands (ISO 32000-1, 7.3.8), found by its signs and not by the table of objects: also one of an
 * older revision.
 *
 * @param begin where what comes before it begins
 * @param head where its word {@code stream} stands
 * @param from its first byte
 * @param to behind its last byte
 */
record PdfStream(int begin, int head, int from, int to) {

    private static final Pattern HEAD = Pattern.compile("\\bstream\\r?\\n");
    private static final Pattern WRITTEN_SIGN = Pattern.compile("#([2-7][0-9A-Fa-f])");

    /** @param text the bytes of the file as signs, one each */
    static List<PdfStream> all(String text) {
        List<PdfStream> all = new ArrayList<>();
        Matcher head = HEAD.matcher(text);
        int at = 0;
        while (at < text.length() && head.find(at)) {
            int end = text.indexOf("endstream", head.end());
            int to = end < 0 ? text.length() : end;
            all.add(new PdfStream(at, head.start(), head.end(), to));
            at = to;
        }
        return all;
    }

    /** What the file says about it, with names as they are meant. */
    String dictionary(String text) {
        String before = text.substring(begin, head);
        return plain(before.substring(Math.max(0, before.lastIndexOf(" obj"))));
    }

    /** With signs that are written as #xx as they are meant. */
    static String plain(String text) {
        return text.indexOf('#') < 0 ? text
                : WRITTEN_SIGN.matcher(text).replaceAll(
                        sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16))));
    }
}
