package io.minsheng.decision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

import jakarta.inject.Singleton;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import io.minsheng.decision.MeetingPackage.Row;

/** The package as a spreadsheet: numbers as numbers, texts as texts (never formulas), the head frozen, the digest on top. */
@Singleton
public class WriteSheet {

    private static final int[] CHARACTERS = { 6, 28, 32, 16, 20, 14, 12, 10, 10, 10 };
    private static final int HEAD = 2;

    /** The workbook (xlsx). */
    public byte[] xlsx(MeetingPackage content) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setTitle(content.title());
            workbook.getProperties().getCoreProperties().setCreator(content.office());
            XSSFSheet sheet = workbook.createSheet("备选名单");
            int last = MeetingPackage.COLUMNS.size() - 1;
            sheet.createRow(0).createCell(0).setCellValue(content.title());
            sheet.createRow(1).createCell(0).setCellValue(content.seal());
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
            head(sheet, style(workbook, true));
            XSSFCellStyle style = style(workbook, false);
            for (int i = 0; i < content.rows().size(); i++) {
                fill(sheet.createRow(HEAD + 1 + i), content.rows().get(i), style);
            }
            sheet.createFreezePane(0, HEAD + 1);
            sheet.getPrintSetup().setLandscape(true);
            sheet.setRepeatingRows(new CellRangeAddress(HEAD, HEAD, 0, last));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory can be written", e);
        }
    }

    private static void head(XSSFSheet sheet, XSSFCellStyle style) {
        XSSFRow row = sheet.createRow(HEAD);
        for (int i = 0; i < MeetingPackage.COLUMNS.size(); i++) {
            // in 256ths of a character; a Chinese one takes two
            sheet.setColumnWidth(i, CHARACTERS[i] * 256 * 5 / 4);
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(MeetingPackage.COLUMNS.get(i));
            cell.setCellStyle(style);
        }
    }

    private static void fill(XSSFRow row, Row item, XSSFCellStyle style) {
        Object[] values = { item.number(), item.title(), item.target(), item.leads(), item.assists(), item.due(),
                item.estimate(), item.suggestions(), item.people(), item.score() };
        for (int i = 0; i < values.length; i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellStyle(style);
            if (values[i] instanceof Integer number) {
                cell.setCellValue(number);
            } else if (values[i] instanceof BigDecimal number) {
                cell.setCellValue(number.doubleValue());
            } else if (values[i] != null) {
                cell.setCellValue((String) values[i]);
            }
        }
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, boolean head) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        if (head) {
            XSSFFont bold = workbook.createFont();
            bold.setBold(true);
            style.setFont(bold);
            style.setAlignment(HorizontalAlignment.CENTER);
        }
        return style;
    }
}
