package io.minsheng.intake.desk.sheet;

import java.util.List;

/**
 * A table as it was read.
 *
 * @param name of the sheet; empty for a text file
 * @param lines without the empty ones
 */
record Sheet(String name, List<Line> lines) {
}
