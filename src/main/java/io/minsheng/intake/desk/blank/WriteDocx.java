package io.minsheng.intake.desk.blank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

import io.minsheng.intake.desk.blank.BlankForm.Row;

/** Writes the empty form as docx: a table of labels and cells to write in, on one sheet of A4. */
public final class WriteDocx {

    private static final String BODY = "宋体";
    private static final String HEADING = "黑体";
    private static final int LABEL = 1_900;
    private static final int VALUE = 7_700;
    private static final int MARGIN = 1_100;

    private WriteDocx() {
    }

    /** The document's bytes. */
    public static byte[] of(BlankForm form) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            page(document);
            heading(document, "民生实事建议征集表", 20, true);
            heading(document, form.campaign(), 11, false);
            table(document, form);
            for (int i = 0; i < form.notes().size(); i++) {
                XWPFParagraph note = document.createParagraph();
                note.setSpacingBefore(i == 0 ? 120 : 20);
                write(note, i + 1 + "．" + form.notes().get(i), BODY, 9);
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
    }

    private static void heading(XWPFDocument document, String text, int points, boolean strong) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(strong ? 60 : 120);
        write(paragraph, text, HEADING, points).setBold(strong);
    }

    private static void table(XWPFDocument document, BlankForm form) {
        XWPFTable table = document.createTable(form.rows().size(), 2);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(LABEL + VALUE);
        for (int i = 0; i < form.rows().size(); i++) {
            Row row = form.rows().get(i);
            XWPFTableRow line = table.getRow(i);
            line.setHeight(row.room().twips());
            line.setHeightRule(TableRowHeightRule.AT_LEAST);
            XWPFTableCell label = cell(line, 0, LABEL);
            label.getParagraphArray(0).setAlignment(ParagraphAlignment.CENTER);
            write(label.getParagraphArray(0), row.label() + (row.needed() ? "*" : ""), HEADING, 11);
            XWPFTableCell value = cell(line, 1, VALUE);
            write(value.getParagraphArray(0), row.boxes(), BODY, 11);
        }
    }

    private static XWPFTableCell cell(XWPFTableRow row, int index, int width) {
        XWPFTableCell cell = row.getCell(index);
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(String.valueOf(width));
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        return cell;
    }

    private static XWPFRun write(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(font);
        run.setFontSize(points);
        run.setText(text);
        return run;
    }
}
