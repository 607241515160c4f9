package io.minsheng.platform.text;

import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV (RFC 4180) for spreadsheet programs: no cell is taken for a formula. */
public final class Csv {

    /** Goes before the first line: without it such programs take UTF-8 for something else. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {
    }

    /** One line with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean looksLikeFormula = !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return "\"" + (looksLikeFormula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
