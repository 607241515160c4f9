package io.minsheng.intake.desk.sheet;

import java.util.List;

/**
 * A row of a spreadsheet.
 *
 * @param number as spreadsheet programs count, from 1
 * @param hidden nobody who looks at the sheet sees it
 * @param cells from column A on
 */
record Line(int number, boolean hidden, List<Cell> cells) {

    Cell at(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean blank() {
        return cells.stream().allMatch(Cell::blank);
    }

    /** The letters that spreadsheet programs give a column, from 0: A, B, … AA. */
    static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column))
                : letters(column / 26 - 1) + (char) ('A' + column % 26);
    }
}
