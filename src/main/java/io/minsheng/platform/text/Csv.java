package io.minsheng.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** CSV (RFC 4180) for spreadsheet programs: written so that no cell is taken for a formula, and read. */
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

    /** The rows of a table, with or without quotes; empty lines are passed over. */
    public static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = (csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv) + "\n";
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(sign);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (sign == ',' || sign == '\n')) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (sign == '\n') {
                    if (row.stream().anyMatch(each -> !each.isEmpty())) {
                        rows.add(List.copyOf(row));
                    }
                    row.clear();
                }
            } else if (quoted || sign != '\r') {
                cell.append(sign);
            }
        }
        return rows;
    }
}
