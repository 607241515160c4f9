package io.minsheng.intake.mail.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

import io.minsheng.intake.mail.form.FormDocument.Block;
import io.minsheng.intake.mail.form.FormDocument.Cell;
import io.minsheng.intake.mail.form.FormDocument.Grid;
import io.minsheng.intake.mail.form.FormDocument.Paragraph;
import io.minsheng.intake.mail.form.PageText.Sign;
import io.minsheng.intake.mail.form.RuledCells.RuledCell;
import io.minsheng.platform.text.Texts;

/**
 * PDF files that hold text: drawn lines make tables again, and so do columns without lines; what stands outside of them makes
 * paragraphs. Scans have no text.
 */
final class ReadPdf {

    private static final int MAX_PAGES = 30;
    private static final double SAME_EDGE = 4;

    private final List<Block> blocks = new ArrayList<>();
    private List<RuledCell> before = List.of();

    private ReadPdf() {
    }

    static FormDocument of(byte[] bytes) throws IOException {
        PdfStreams.check(bytes);
        ReadPdf reader = new ReadPdf();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            for (int i = 0; i < Math.min(MAX_PAGES, document.getNumberOfPages()); i++) {
                reader.page(document, i);
            }
            reader.fields(document.getDocumentCatalog().getAcroForm());
        } catch (InvalidPasswordException e) {
            throw new Locked();
        }
        return new FormDocument(reader.blocks);
    }

    private void page(PDDocument document, int index) throws IOException {
        PDPage page = document.getPage(index);
        List<Sign> signs = new ArrayList<>(PageText.of(document, index + 1));
        List<RuledCell> cells = page.getRotation() == 0 ? RuledCells.of(PageLines.of(page)) : List.of();
        List<List<RuledCell>> tables = tables(cells);
        double edge = signs.stream().mapToDouble(Sign::right).max().orElse(0);
        for (List<RuledCell> table : tables) {
            double top = table.get(0).top();
            List<Sign> above = signs.stream().filter(each -> each.y() < top).toList();
            signs.removeAll(above);
            paragraphs(above, edge);
            grid(table, signs);
        }
        paragraphs(signs, edge);
        before = tables.isEmpty() ? List.of() : tables.get(tables.size() - 1);
    }

    /** Tables from top to bottom; where a level has no cell one ends. */
    private static List<List<RuledCell>> tables(List<RuledCell> cells) {
        List<List<RuledCell>> tables = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        for (RuledCell each : cells.stream()
                .sorted(Comparator.comparingDouble(RuledCell::top).thenComparingDouble(RuledCell::left)).toList()) {
            if (each.top() > end + 1) {
                tables.add(new ArrayList<>());
            }
            tables.get(tables.size() - 1).add(each);
            end = Math.max(end, each.bottom());
        }
        return tables;
    }

    private void grid(List<RuledCell> table, List<Sign> signs) {
        List<Cell> cells = new ArrayList<>();
        int shift = 0;
        boolean continued = !blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof Grid && hasEdgesOf(table, before);
        if (continued) {
            cells.addAll(((Grid) blocks.remove(blocks.size() - 1)).cells());
            shift = cells.stream().mapToInt(Cell::bottom).max().orElse(0) - table.get(0).row();
        }
        for (RuledCell each : table) {
            List<Sign> inside = signs.stream().filter(sign -> each.contains(sign.x(), sign.y())).toList();
            signs.removeAll(inside);
            cells.add(new Cell(each.row() + shift, each.bottomRow() + shift, (int) Math.round(each.left()),
                    (int) Math.round(each.right()), Texts.clean(PageText.lines(inside, each.right()))));
        }
        blocks.add(new Grid(cells));
    }

    /** A table that a page break has cut goes on with the same outer edges. */
    private static boolean hasEdgesOf(List<RuledCell> table, List<RuledCell> other) {
        return !other.isEmpty() && Math.abs(left(table) - left(other)) < SAME_EDGE
                && Math.abs(right(table) - right(other)) < SAME_EDGE;
    }

    private static double left(List<RuledCell> table) {
        return table.stream().mapToDouble(RuledCell::left).min().orElse(0);
    }

    private static double right(List<RuledCell> table) {
        return table.stream().mapToDouble(RuledCell::right).max().orElse(0);
    }

    /** What no lines enclose: a table all the same, where things stand in columns, and running text before and after it. */
    private void paragraphs(List<Sign> signs, double edge) {
        Optional<PageColumns.Found> columns = PageColumns.of(signs);
        if (columns.isEmpty()) {
            paragraph(signs, edge);
            return;
        }
        List<Sign> others = signs.stream().filter(each -> !columns.get().signs().contains(each)).toList();
        paragraph(others.stream().filter(each -> each.y() < columns.get().top()).toList(), edge);
        blocks.add(columns.get().grid());
        paragraph(others.stream().filter(each -> each.y() >= columns.get().top()).toList(), edge);
    }

    private void paragraph(List<Sign> signs, double edge) {
        String text = Texts.clean(PageText.lines(signs, edge));
        // a page number between two pages of a table parts nothing
        if (!text.isEmpty() && !text.matches("[-—第\\s]*\\d{1,3}[-—页/共\\s\\d]*")) {
            blocks.add(new Paragraph(text));
        }
    }

    /** What was typed into the fields of a PDF form is no text of the page. */
    private void fields(PDAcroForm form) {
        if (form == null) {
            return;
        }
        for (PDField field : form.getFields()) {
            String label = field.getAlternateFieldName() == null ? field.getPartialName() : field.getAlternateFieldName();
            String value = field.getValueAsString();
            if (label != null && value != null && !value.isBlank()) {
                blocks.add(new Paragraph(Texts.clean(label + "：" + value)));
            }
        }
    }
}
