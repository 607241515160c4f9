package io.minsheng.intake.mail.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.TreeMap;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;

/** Excel workbooks of the old binary format, also those of WPS (et). Formulas are not computed: the kept result is read. */
final class ReadXls {

    private ReadXls() {
    }

    static FormDocument of(byte[] bytes) throws IOException {
        DocumentDraft draft = new DocumentDraft();
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                if (!book.isSheetHidden(i) && !book.isSheetVeryHidden(i)) {
                    sheet(book.getSheetAt(i), draft);
                }
            }
        } catch (EncryptedDocumentException e) {
            throw new Locked();
        }
        return draft.finish();
    }

    private static void sheet(HSSFSheet sheet, DocumentDraft draft) {
        TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                String text = text(cell);
                if (!text.isBlank()) {
                    rows.computeIfAbsent(row.getRowNum(), number -> new TreeMap<>()).put(cell.getColumnIndex(), text);
                }
            }
        }
        SheetGrid.tell(draft, rows, sheet.getMergedRegions());
        HSSFPatriarch drawn = sheet.getDrawingPatriarch();
        if (drawn == null) {
            return;
        }
        for (HSSFShape shape : drawn.getChildren()) {
            if (shape instanceof HSSFSimpleShape box && box.getString() != null) {
                draft.text(box.getString().getString());
                draft.endParagraph();
            }
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> SheetGrid.shown(cell.getNumericCellValue(), cell.getCellStyle().getDataFormat(),
                    cell.getCellStyle().getDataFormatString());
            default -> "";
        };
    }
}
