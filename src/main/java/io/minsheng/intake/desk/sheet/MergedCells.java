package io.minsheng.intake.desk.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells that a workbook shows as one. What is merged downward in one column holds for each of its rows, as people see it;
 * what is merged across columns says nothing about which of them is meant.
 */
final class MergedCells {

    private static final String ACROSS = "合并了几栏的单元格，看不出属于哪一栏，请取消合并";
    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    private final Map<Long, Range> begins = new HashMap<>();
    private final Map<Integer, Below> below = new HashMap<>();

    private record Range(int lastRow, boolean across) {
    }

    private record Below(int lastRow, Cell cell) {
    }

    /** @param range as in {@code A3:A7}; anything else is passed over */
    void add(String range) {
        Matcher found = RANGE.matcher(range == null ? "" : range);
        if (!found.matches()) {
            return;
        }
        if (begins.size() >= Limits.MERGED) {
            throw Limits.exceeded("合并单元格过多");
        }
        int column = column(found.group(1));
        begins.put(place(Integer.parseInt(found.group(2)), column),
                new Range(Integer.parseInt(found.group(4)), column != column(found.group(3))));
    }

    /** Fills in what holds for a row because it was merged with the ones above; rows are given in their order. */
    void fill(int row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Range range = begins.get(place(row, column));
            if (range != null && range.across()) {
                cells.set(column, cells.get(column).doubted(ACROSS));
            } else if (range != null) {
                below.put(column, new Below(range.lastRow(), cells.get(column)));
            }
        }
        below.values().removeIf(each -> each.lastRow() < row);
        below.forEach((column, from) -> {
            while (cells.size() <= column) {
                cells.add(Cell.EMPTY);
            }
            if (cells.get(column).blank()) {
                cells.set(column, from.cell());
            }
        });
    }

    /** From 0; A is 0. */
    static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static long place(int row, int column) {
        return (long) row << 20 | column;
    }
}
