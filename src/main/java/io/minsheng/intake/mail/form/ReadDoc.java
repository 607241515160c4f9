package io.minsheng.intake.mail.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Word documents of the old binary format ([MS-DOC]), also those of WPS (wps): tables with merged cells, text boxes, signs. */
final class ReadDoc {

    private final DocumentDraft draft = new DocumentDraft();

    private ReadDoc() {
    }

    static FormDocument of(byte[] bytes) throws IOException {
        ReadDoc reader = new ReadDoc();
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            reader.read(files);
        } catch (EncryptedDocumentException e) {
            throw new Locked();
        }
        return reader.draft.finish();
    }

    private void read(POIFSFileSystem files) throws IOException {
        try (HWPFDocument document = new HWPFDocument(files.getRoot())) {
            range(document.getRange(), 0);
            Range boxes = document.getMainTextboxRange();
            if (boxes != null && boxes.numParagraphs() > 0) {
                range(boxes, 0);
            }
        } catch (OldWordFileFormatException e) {
            try (HWPFOldDocument document = new HWPFOldDocument(files)) {
                range(document.getRange(), 0);
            }
        }
    }

    private void range(Range range, int level) {
        for (int i = 0; i < range.numParagraphs(); i++) {
            Paragraph paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                Table table = range.getTable(paragraph);
                table(table, level + 1);
                i += Math.max(0, table.numParagraphs() - 1);
            } else {
                draft.text(text(paragraph)).endParagraph();
            }
        }
    }

    private void table(Table table, int level) {
        Edges edges = Edges.of(table);
        draft.beginTable();
        for (int r = 0; r < table.numRows(); r++) {
            TableRow row = table.getRow(r);
            draft.beginRow();
            for (int c = 0; c < row.numCells(); c++) {
                cell(row.getCell(c), level, edges);
            }
        }
        draft.endTable();
    }

    private void cell(TableCell cell, int level, Edges edges) {
        if (cell.isMerged() && !cell.isFirstMerged()) {
            return;
        }
        range(cell, level);
        int left = edges.of(cell.getLeftEdge());
        int right = Math.max(left + 1, edges.of(cell.getLeftEdge() + cell.getWidth()));
        if (cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()) {
            draft.joinAbove(left, right);
        } else {
            draft.endCell(left, right, 1);
        }
    }

    /** The vertical lines of a table in twips; those that lie together are one. */
    private record Edges(TreeMap<Integer, Integer> columns) {

        private static final int SAME = 60;

        static Edges of(Table table) {
            Set<Integer> places = new TreeSet<>();
            IntStream.range(0, table.numRows()).mapToObj(table::getRow).forEach(row -> IntStream.range(0, row.numCells())
                    .mapToObj(row::getCell)
                    .forEach(cell -> places.addAll(List.of(cell.getLeftEdge(), cell.getLeftEdge() + cell.getWidth()))));
            TreeMap<Integer, Integer> columns = new TreeMap<>();
            Integer last = null;
            int column = -1;
            for (int place : places) {
                if (last == null || place - last > SAME) {
                    column++;
                    last = place;
                }
                columns.put(place, column);
            }
            return new Edges(columns);
        }

        int of(int place) {
            return columns.getOrDefault(place, 0);
        }
    }

    /** The shown text: without the codes of fields, with signs of symbol fonts. */
    private static String text(Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (run.isMarkedDeleted()) {
                continue;
            }
            if (run.isSymbol()) {
                text.append(Symbols.of(run.getSymbolFont() == null ? "" : run.getSymbolFont().getMainFontName(),
                        run.getSymbolCharacter()));
            } else {
                text.append(run.text());
            }
        }
        return Range.stripFields(text.toString()).replace('\u000b', '\n').replaceAll("[\\u0007\\u0001\\u0008\\r]", "");
    }
}
