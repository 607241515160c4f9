package io.minsheng.intake.mail.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.minsheng.intake.mail.form.FormDocument.Block;
import io.minsheng.intake.mail.form.FormDocument.Cell;
import io.minsheng.intake.mail.form.FormDocument.Grid;
import io.minsheng.intake.mail.form.FormDocument.Paragraph;
import io.minsheng.platform.text.Texts;

/** A document in the making, as the readers tell it. Tables inside of cells become tables of their own, after the outer one. */
final class DocumentDraft {

    private static final int MAX_TEXT = 2_000_000;
    private static final int MAX_CELLS = 100_000;

    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private final List<Grid> nested = new ArrayList<>();
    private final Deque<StringBuilder> interrupted = new ArrayDeque<>();
    private final List<String> asides = new ArrayList<>();
    private StringBuilder paragraph = new StringBuilder();
    private int length;
    private int cells;

    /** A table in the making. */
    private static final class Table {

        private final List<Cell> cells = new ArrayList<>();
        private final StringBuilder paragraphBefore;
        private StringBuilder cell = new StringBuilder();
        private int row = -1;

        Table(StringBuilder paragraphBefore) {
            this.paragraphBefore = paragraphBefore;
        }
    }

    /** More text of the paragraph. */
    DocumentDraft text(String more) {
        length += more.length();
        if (length > MAX_TEXT) {
            throw new TooMuch("文字超过 " + MAX_TEXT / 10_000 + " 万字");
        }
        paragraph.append(more);
        return this;
    }

    DocumentDraft endParagraph() {
        String done = Texts.clean(paragraph.toString());
        paragraph = new StringBuilder();
        if (!interrupted.isEmpty()) {
            asides.add(done);
            return this;
        }
        put(done);
        asides.forEach(this::put);
        asides.clear();
        return this;
    }

    private void put(String text) {
        if (tables.isEmpty()) {
            blocks.add(new Paragraph(text));
        } else {
            StringBuilder cell = tables.peek().cell;
            cell.append(cell.isEmpty() ? "" : "\n").append(text);
        }
    }

    /** Text that hangs on the paragraph and is read after it: a text box. */
    void beginAside() {
        interrupted.push(paragraph);
        paragraph = new StringBuilder();
    }

    void endAside() {
        if (!paragraph.isEmpty()) {
            endParagraph();
        }
        paragraph = interrupted.pop();
    }

    void beginTable() {
        tables.push(new Table(paragraph));
        paragraph = new StringBuilder();
    }

    void beginRow() {
        tables.peek().row++;
    }

    /** Ends a cell that goes over so many rows; one that is wholly part of the cell above says so by {@link #joinAbove}. */
    void endCell(int left, int right, int rows) {
        Table table = tables.peek();
        String text = cellText(table);
        if (++cells > MAX_CELLS) {
            throw new TooMuch("表格超过 " + MAX_CELLS / 10_000 + " 万格");
        }
        table.cells.add(new Cell(table.row, table.row + Math.max(1, rows), left, right, text));
    }

    /** Ends a cell that continues the one above it; its text, if any, belongs to that one. */
    void joinAbove(int left, int right) {
        Table table = tables.peek();
        for (int i = table.cells.size() - 1; i >= 0; i--) {
            Cell above = table.cells.get(i);
            if (above.left() == left && above.bottom() == table.row) {
                String more = cellText(table);
                table.cells.set(i, new Cell(above.top(), table.row + 1, left, above.right(),
                        more.isEmpty() ? above.text() : Texts.clean(above.text() + "\n" + more)));
                return;
            }
        }
        endCell(left, right, 1);
    }

    private String cellText(Table table) {
        if (!paragraph.isEmpty()) {
            endParagraph();
        }
        String text = Texts.clean(table.cell.toString());
        table.cell = new StringBuilder();
        return text;
    }

    void endTable() {
        Table table = tables.pop();
        paragraph = table.paragraphBefore;
        Grid grid = new Grid(List.copyOf(table.cells));
        if (tables.isEmpty()) {
            blocks.add(grid);
            blocks.addAll(nested);
            nested.clear();
        } else {
            nested.add(grid);
        }
    }

    FormDocument finish() {
        while (!tables.isEmpty()) {
            endTable();
        }
        if (!paragraph.isEmpty()) {
            endParagraph();
        }
        return new FormDocument(List.copyOf(blocks));
    }
}
