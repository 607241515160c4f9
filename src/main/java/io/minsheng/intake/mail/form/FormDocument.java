package io.minsheng.intake.mail.form;

import java.util.List;

/** A document without its looks: paragraphs and tables in the order in which they are read. */
record FormDocument(List<Block> blocks) {

    /** A paragraph or a table. */
    sealed interface Block permits Paragraph, Grid {
    }

    /** One paragraph; may have line ends of its own. */
    record Paragraph(String text) implements Block {
    }

    /** A table; cells in reading order, merged ones once. */
    record Grid(List<Cell> cells) implements Block {
    }

    /**
     * A cell of a table.
     *
     * @param top first row
     * @param bottom row after its last one
     * @param left where it begins, in whatever unit the format has; the same unit in the whole table
     * @param right where it ends
     */
    record Cell(int top, int bottom, int left, int right, String text) {

        boolean isEmpty() {
            return text.isBlank();
        }

        boolean isInRow(int row) {
            return top <= row && row < bottom;
        }

        /** Whether one stands under or over the other. */
        boolean sharesColumnWith(Cell other) {
            return Math.min(right, other.right) - Math.max(left, other.left) > Math.min(right - left, other.right - other.left)
                    / 2;
        }
    }
}
