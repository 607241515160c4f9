package io.minsheng.publication.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.Property;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hpsf.Section;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hpsf.wellknown.PropertyIDMap;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PictureData;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

import io.minsheng.intake.mail.form.Locked;
import io.minsheng.intake.mail.form.TooMuch;
import io.minsheng.publication.guard.FileText.Sort;

/** Files of the old office ([MS-CFB]): doc, xls, and what is embedded in them. Every stream is searched, known or not. */
final class ReadOldOffice {

    private static final int MAX_LEVELS = 6;
    private static final int MAX_STREAM = 32 * 1024 * 1024;

    private final ReadFile reading;
    private final FileText into;
    private final String inside;
    private final int depth;
    private final DataFormatter formatter = new DataFormatter();

    ReadOldOffice(ReadFile reading, FileText into, String inside, int depth) {
        this.reading = reading;
        this.into = into;
        this.inside = inside.isEmpty() ? "" : inside + "中的";
        this.depth = depth;
    }

    void read(byte[] bytes) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            folder(files.getRoot(), 0);
        } catch (EncryptedDocumentException e) {
            throw new Locked();
        }
    }

    private void folder(DirectoryNode folder, int level) throws IOException {
        if (level > MAX_LEVELS) {
            throw new TooMuch("文件内嵌套超过 " + MAX_LEVELS + " 层");
        }
        if (folder.hasEntry("EncryptedPackage")) {
            throw new Locked();
        }
        if (folder.hasEntry("WordDocument")) {
            word(folder);
        } else if (folder.hasEntry("Workbook") || folder.hasEntry("Book")) {
            sheets(folder);
        }
        for (Iterator<Entry> entries = folder.getEntries(); entries.hasNext();) {
            Entry entry = entries.next();
            if (entry instanceof DirectoryNode inner) {
                folder(inner, level + 1);
            } else if (entry instanceof DocumentEntry stream) {
                stream(stream);
            }
        }
    }

    private void stream(DocumentEntry stream) throws IOException {
        if (stream.getSize() > MAX_STREAM) {
            throw new TooMuch("文件内容过多");
        }
        byte[] bytes;
        try (DocumentInputStream in = new DocumentInputStream(stream)) {
            bytes = in.readAllBytes();
        }
        if (PropertySet.isPropertySetStream(new ByteArrayInputStream(bytes))) {
            properties(bytes);
        } else if (stream.getName().equals("Package")) {
            reading.read(bytes, inside + "嵌入的文件", depth + 1);
        } else {
            PickedSigns.of(bytes).forEach(each -> into.add(inside + "内部数据", each, Sort.BYTES));
        }
    }

    private void properties(byte[] bytes) throws IOException {
        String where = inside + "文件属性";
        try {
            PropertySet set = PropertySetFactory.create(new ByteArrayInputStream(bytes));
            boolean summary = set instanceof SummaryInformation;
            for (Section section : set.getSections()) {
                for (Property each : section.getProperties()) {
                    boolean person = summary && (each.getID() == PropertyIDMap.PID_AUTHOR
                            || each.getID() == PropertyIDMap.PID_LASTAUTHOR)
                            || set instanceof DocumentSummaryInformation && each.getID() == PropertyIDMap.PID_MANAGER;
                    if (each.getValue() instanceof String text) {
                        into.add(where, text, person ? Sort.PERSON : Sort.TEXT);
                    }
                }
            }
            CustomProperties custom = set instanceof DocumentSummaryInformation document ? document.getCustomProperties()
                    : null;
            if (custom != null) {
                for (Map.Entry<String, Object> each : custom.entrySet()) {
                    into.add(where, each.getKey() + "：" + each.getValue(), Sort.TEXT);
                }
            }
        } catch (org.apache.poi.hpsf.HPSFException e) {
            throw new IOException(e);
        }
    }

    private void word(DirectoryNode folder) throws IOException {
        try (HWPFDocument document = new HWPFDocument(folder)) {
            // main text, notes, headers, comments, text boxes, with what is marked as deleted
            for (String each : document.getOverallRange().text().split("[\\r\\u0007\\u000b\\u000c]")) {
                into.add(inside + "正文、批注和页眉页脚", each, Sort.TEXT);
            }
            for (Picture each : document.getPicturesTable().getAllPictures()) {
                reading.read(each.getContent(), inside + "图片", depth + 1);
            }
        }
    }

    private void sheets(DirectoryNode folder) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook(folder, false)) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                boolean hidden = book.isSheetHidden(i) || book.isSheetVeryHidden(i);
                sheet(book.getSheetAt(i), inside + "工作表“" + book.getSheetName(i) + "”" + (hidden ? "（隐藏）" : ""));
            }
            for (Name each : book.getAllNames()) {
                into.add(inside + "名称定义", each.getNameName() + " " + each.getComment(), Sort.TEXT);
            }
            for (PictureData each : book.getAllPictures()) {
                reading.read(each.getData(), inside + "图片", depth + 1);
            }
        }
    }

    private void sheet(Sheet sheet, String where) {
        into.add(where, sheet.getSheetName(), Sort.TEXT);
        for (String each : new String[] { sheet.getHeader().getLeft(), sheet.getHeader().getCenter(),
                sheet.getHeader().getRight(), sheet.getFooter().getLeft(), sheet.getFooter().getCenter(),
                sheet.getFooter().getRight() }) {
            into.add(where + "的页眉页脚", each == null ? "" : each, Sort.TEXT);
        }
        for (Row row : sheet) {
            for (Cell cell : row) {
                into.add(where, text((HSSFCell) cell), Sort.TEXT);
                if (cell.getCellComment() != null) {
                    into.add(where + "的批注", cell.getCellComment().getString().getString(), Sort.TEXT);
                    into.add(where + "的批注", String.valueOf(cell.getCellComment().getAuthor()), Sort.PERSON);
                }
            }
        }
    }

    private String text(HSSFCell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.STRING) {
            return cell.getStringCellValue();
        }
        boolean whole = type == CellType.NUMERIC && cell.getNumericCellValue() == Math.rint(cell.getNumericCellValue());
        return whole ? formatter.formatRawCellContents(cell.getNumericCellValue(), -1, "0") : "";
    }
}
