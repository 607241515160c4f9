package io.minsheng.search;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * As a workbook with one sheet (ECMA-376), written straight into the answer: the usual libraries keep rows in memory or in
 * files outside of the data folder. Every cell is text in place, which no program takes for a formula; a cell that begins
 * like one is marked as quoted besides, so that it stays text when somebody saves it as CSV and opens it again.
 */
final class WorkbookRows implements Rows {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST = 32_767;
    private static final String FORMULA = "=+-@\t\r＝＋－＠";

    private final ZipOutputStream zip;
    private final Writer out;

    WorkbookRows(OutputStream target) throws IOException {
        this.zip = new ZipOutputStream(target);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + type("/xl/workbook.xml", "sheet.main") + type("/xl/worksheets/sheet1.xml", "worksheet")
                + type("/xl/styles.xml", "styles") + "</Types>");
        part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        part("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT
                + "\"><sheets><sheet name=\"案件\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                + relation(2, "styles", "styles.xml")));
        part("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts>"
                + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"2\"><xf numFmtId=\"49\"/><xf numFmtId=\"49\" quotePrefix=\"1\"/></cellXfs></styleSheet>");
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        out.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + kind + "+xml\"/>";
    }

    private static String relations(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + DOCUMENT + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(XML + content);
        out.flush();
        zip.closeEntry();
    }

    @Override
    public void add(List<String> cells) throws IOException {
        out.write("<row>");
        for (String each : cells) {
            if (each == null || each.isEmpty()) {
                out.write("<c/>");
            } else {
                out.write("<c t=\"inlineStr\" s=\"" + (FORMULA.indexOf(each.charAt(0)) >= 0 ? 1 : 0)
                        + "\"><is><t xml:space=\"preserve\">");
                text(each);
                out.write("</t></is></c>");
            }
        }
        out.write("</row>");
    }

    /** What XML cannot hold is left out. */
    private void text(String cell) throws IOException {
        int[] points = cell.codePoints().limit(LONGEST).toArray();
        for (int point : points) {
            switch (point) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                default -> {
                    if (point == '\n' || point == '\t' || point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD
                            || point >= 0x10000) {
                        out.write(Character.toChars(point));
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
        zip.close();
    }
}
