package io.minsheng.intake.desk.sheet;

/**
 * What stands in a cell.
 *
 * @param text as shown, without any formatting; days as 2024-10-21; never null
 * @param number whether it is a plain number, which in a column of days counts days since 1900
 * @param trouble why it cannot be believed, in words for people, or null
 */
record Cell(String text, boolean number, String trouble) {

    static final Cell EMPTY = new Cell("", false, null);

    static Cell text(String text) {
        return new Cell(text, false, null);
    }

    static Cell number(String text) {
        return new Cell(text, true, null);
    }

    Cell doubted(String why) {
        return new Cell(text, number, why);
    }

    boolean blank() {
        return text.isBlank() && trouble == null;
    }
}
