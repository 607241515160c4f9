package io.minsheng.intake.desk.sheet;

import io.minsheng.platform.error.Refusal;

/** What no honest spreadsheet of suggestions exceeds; a file is refused as soon as one is passed, however small it looked. */
final class Limits {

    /** Rows with something in them, the header with them. */
    static final int LINES = 5_010;
    static final int COLUMNS = 200;
    /** Characters of all cells together. */
    static final long TEXT = 8_000_000;
    /** Bytes of a part of a workbook, and of all parts, after inflating. */
    static final long PART = 40L * 1024 * 1024;
    static final long PARTS = 96L * 1024 * 1024;
    static final int ENTRIES = 2_000;
    /** Ranges of merged cells. */
    static final int MERGED = 20_000;

    private Limits() {
    }

    static Refusal exceeded(String what) {
        return Refusal.invalid("file", "表格" + what + "，没有读取，请分成几个文件。");
    }
}
