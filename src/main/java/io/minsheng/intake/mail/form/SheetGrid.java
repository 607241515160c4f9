package io.minsheng.intake.mail.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;

/** A sheet as a table, without its empty rows. */
final class SheetGrid {

    private static final int GENERAL = 0;
    private static final int MAX_ROWS = 200;

    private SheetGrid() {
    }

    /** Rows of columns of texts, and which cells are merged. */
    static void tell(DocumentDraft draft, TreeMap<Integer, TreeMap<Integer, String>> rows, List<CellRangeAddress> merged) {
        Map<Long, CellRangeAddress> begins = new HashMap<>();
        merged.forEach(each -> begins.put(place(each.getFirstRow(), each.getFirstColumn()), each));
        TreeSet<Integer> numbers = new TreeSet<>(rows.keySet());
        merged.stream().filter(each -> rows.containsKey(each.getFirstRow())).forEach(each -> IntStream
                .rangeClosed(each.getFirstRow(), Math.min(each.getLastRow(), each.getFirstRow() + MAX_ROWS))
                .forEach(numbers::add));
        draft.beginTable();
        for (int number : numbers) {
            draft.beginRow();
            for (Map.Entry<Integer, String> cell : rows.getOrDefault(number, new TreeMap<>()).entrySet()) {
                CellRangeAddress range = begins.get(place(number, cell.getKey()));
                int right = range == null ? cell.getKey() : range.getLastColumn();
                draft.text(cell.getValue());
                draft.endCell(cell.getKey(), right + 1, range == null ? 1 : range.getLastRow() - number + 1);
            }
        }
        draft.endTable();
    }

    private static long place(int row, int column) {
        return (long) row << 20 | column;
    }

    /**
     * A number as the sheet shows it; a whole number in no particular format with all its digits, for it may be a telephone.
     */
    static String shown(double value, int format, String code) {
        if (format == GENERAL || code == null || code.equalsIgnoreCase("General") || code.matches("[0#?]+")) {
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.format(Locale.ROOT, "%.0f", value)
                    : String.valueOf(value);
        }
        return new DataFormatter(Locale.CHINA).formatRawCellContents(value, format, code);
    }
}
