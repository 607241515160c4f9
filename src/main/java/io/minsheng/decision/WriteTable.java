package io.minsheng.decision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;

import jakarta.inject.Singleton;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** The package as a Word table: A4 across, the head repeated on every page, the digest under the title. */
@Singleton
public class WriteTable {

    // twentieths of a point
    private static final int LONG_SIDE = 16838;
    private static final int SHORT_SIDE = 11906;
    private static final int MARGIN = 850;
    private static final int[] WIDTHS = { 620, 2700, 3000, 1500, 1900, 1300, 1150, 950, 950, 950 };
    private static final int TITLE_SIZE = 22;
    private static final int TEXT_SIZE = 10;

    /** The document (docx). */
    public byte[] docx(MeetingPackage content) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(content.title());
            document.getProperties().getCoreProperties().setCreator(content.office());
            across(document);
            line(document.createParagraph(), content.title(), ParagraphAlignment.CENTER, TITLE_SIZE, true);
            line(document.createParagraph(), content.seal(), ParagraphAlignment.LEFT, TEXT_SIZE, false);
            table(document, content);
            line(document.createParagraph(), "共 " + content.rows().size() + " 项，来自 " + content.suggestions()
                    + " 条建议；有估算的事项合计 " + MeetingPackage.plain(content.estimates()) + " 万元。", ParagraphAlignment.LEFT, TEXT_SIZE,
                    false);
            line(document.createParagraph(), content.office(), ParagraphAlignment.RIGHT, TEXT_SIZE, false);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory can be written", e);
        }
    }

    private static void across(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(LONG_SIDE));
        size.setH(BigInteger.valueOf(SHORT_SIDE));
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
    }

    private static void table(XWPFDocument document, MeetingPackage content) {
        XWPFTable table = document.createTable(content.rows().size() + 1, MeetingPackage.COLUMNS.size());
        // asked once: the table looks through all its rows for each single one
        List<XWPFTableRow> rows = table.getRows();
        rows.get(0).setRepeatHeader(true);
        fill(rows.get(0), MeetingPackage.COLUMNS, true);
        for (int i = 0; i < content.rows().size(); i++) {
            rows.get(i + 1).setCantSplitRow(true);
            fill(rows.get(i + 1), content.rows().get(i).cells(), false);
        }
    }

    private static void fill(XWPFTableRow row, List<String> texts, boolean head) {
        List<XWPFTableCell> cells = row.getTableCells();
        for (int i = 0; i < texts.size(); i++) {
            cells.get(i).setWidth(String.valueOf(WIDTHS[i]));
            cells.get(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            line(cells.get(i).getParagraphs().get(0), texts.get(i),
                    head || i == 0 || i > 4 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT, TEXT_SIZE, head);
        }
    }

    private static void line(XWPFParagraph paragraph, String text, ParagraphAlignment alignment, int size, boolean bold) {
        paragraph.setAlignment(alignment);
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        run.setFontFamily("FangSong");
        run.setFontFamily("仿宋", XWPFRun.FontCharRange.eastAsia);
    }
}
