package io.minsheng.intake.desk.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.ss.usermodel.DateUtil;

import io.minsheng.platform.error.Refusal;

/**
 * Reads the visible sheets of an xlsx row by row (ECMA-376). Nothing is calculated: a formula is no value, because tomorrow it
 * may be another one.
 */
final class ReadWorkbook {

    private static final String FORMULA = "单元格是公式，请复制后用“选择性粘贴—数值”换成文字";
    private static final String BROKEN = "单元格是错误值，请改正";
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?");

    private final WorkbookParts parts;
    private final SharedTexts shared;
    private final CellStyles styles;
    private boolean since1904;
    private long length;

    private ReadWorkbook(WorkbookParts parts) throws IOException, XMLStreamException {
        this.parts = parts;
        this.shared = SharedTexts.of(parts);
        this.styles = CellStyles.of(parts);
    }

    /**
     * The sheets that one sees, by their names.
     *
     * @throws Refusal 400 if it is broken or passes a limit
     */
    static List<Sheet> of(byte[] workbook) {
        try (WorkbookParts parts = new WorkbookParts(workbook)) {
            return new ReadWorkbook(parts).sheets();
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw Refusal.invalid("file", "表格已损坏，无法读取，请用表格软件打开后另存为 xlsx 再上传。");
        }
    }

    private List<Sheet> sheets() throws IOException, XMLStreamException {
        Map<String, String> names = visible();
        Map<String, String> targets = targets();
        List<Sheet> sheets = new ArrayList<>();
        for (Map.Entry<String, String> each : names.entrySet()) {
            String target = targets.get(each.getKey());
            if (target != null) {
                sheets.add(sheet(each.getValue(), target.startsWith("/") ? target.substring(1) : "xl/" + target));
            }
        }
        return sheets;
    }

    /** Names of the sheets that are not hidden, by their relationship. */
    private Map<String, String> visible() throws IOException, XMLStreamException {
        Map<String, String> names = new java.util.LinkedHashMap<>();
        XMLStreamReader xml = parts.open("xl/workbook.xml").orElseThrow(() -> new IOException("no workbook"));
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                String start = xml.getAttributeValue(null, "date1904");
                since1904 = "1".equals(start) || "true".equals(start);
            } else if (xml.getLocalName().equals("sheet")) {
                String state = xml.getAttributeValue(null, "state");
                if (state == null || state.equals("visible")) {
                    names.put(relationship(xml), xml.getAttributeValue(null, "name"));
                }
            }
        }
        return names;
    }

    /** The one attribute with a namespace; its prefix is anybody's choice, and so, in strict files, is the namespace. */
    private static String relationship(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null
                    && !xml.getAttributeNamespace(i).isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private Map<String, String> targets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        Optional<XMLStreamReader> part = parts.open("xl/_rels/workbook.xml.rels");
        if (part.isPresent()) {
            XMLStreamReader xml = part.get();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                    targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
                }
            }
        }
        return targets;
    }

    private Sheet sheet(String name, String part) throws IOException, XMLStreamException {
        MergedCells merged = merged(part);
        List<Line> lines = new ArrayList<>();
        Optional<XMLStreamReader> opened = parts.open(part);
        if (opened.isPresent()) {
            XMLStreamReader xml = opened.get();
            int number = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                    number = rowNumber(xml, number + 1);
                    String hidden = xml.getAttributeValue(null, "hidden");
                    List<Cell> cells = row(xml);
                    boolean empty = cells.stream().allMatch(Cell::blank);
                    merged.fill(number, cells);
                    if (!empty) {
                        lines.add(new Line(number, "1".equals(hidden) || "true".equals(hidden), cells));
                    }
                    if (lines.size() > Limits.LINES) {
                        throw Limits.exceeded("超过 5,000 行");
                    }
                }
            }
        }
        return new Sheet(name == null ? "" : name, lines);
    }

    /** Merged ranges stand behind the rows they belong to, hence a first walk through the sheet. */
    private MergedCells merged(String part) throws IOException, XMLStreamException {
        MergedCells merged = new MergedCells();
        Optional<XMLStreamReader> opened = parts.open(part);
        if (opened.isPresent()) {
            XMLStreamReader xml = opened.get();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("mergeCell")) {
                    merged.add(xml.getAttributeValue(null, "ref"));
                }
            }
        }
        return merged;
    }

    private static int rowNumber(XMLStreamReader xml, int otherwise) {
        String number = xml.getAttributeValue(null, "r");
        return number != null && number.matches("\\d{1,7}") ? Integer.parseInt(number) : otherwise;
    }

    private List<Cell> row(XMLStreamReader xml) throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(xml, cells.size());
                Cell cell = cell(xml);
                if (cell.blank()) {
                    continue;
                }
                if (column >= Limits.COLUMNS) {
                    throw Limits.exceeded("超过 " + Limits.COLUMNS + " 列");
                }
                while (cells.size() <= column) {
                    cells.add(Cell.EMPTY);
                }
                cells.set(column, cell);
            }
        }
        return cells;
    }

    private static int column(XMLStreamReader xml, int otherwise) {
        String reference = xml.getAttributeValue(null, "r");
        Matcher place = REFERENCE.matcher(reference == null ? "" : reference);
        return place.matches() ? MergedCells.column(place.group(1)) : otherwise;
    }

    private Cell cell(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        String value = "";
        boolean formula = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = SharedTexts.rich(xml, "is");
                    case "f" -> formula = true;
                    default -> {
                        // further data of newer programs
                    }
                }
            }
        }
        Cell shown = shown(value, type, style);
        length += shown.text().length();
        if (length > Limits.TEXT) {
            throw Limits.exceeded("文字过多");
        }
        return formula ? shown.doubted(FORMULA) : shown;
    }

    private Cell shown(String value, String type, String style) {
        if ("s".equals(type)) {
            return Cell.text(shared.at(value));
        }
        if ("e".equals(type)) {
            return Cell.text(value).doubted(BROKEN);
        }
        if ("b".equals(type)) {
            return Cell.text(value.equals("1") ? "是" : "否");
        }
        if ("d".equals(type)) {
            return Cell.text(value.length() > 10 ? value.substring(0, 10) : value);
        }
        if (type != null && !type.equals("n") || !NUMBER.matcher(value).matches()) {
            return Cell.text(value);
        }
        if (styles.showsDays(style)) {
            return day(value);
        }
        return Cell.number(new BigDecimal(value).stripTrailingZeros().toPlainString());
    }

    private Cell day(String value) {
        double days = Double.parseDouble(value);
        return DateUtil.isValidExcelDate(days)
                ? Cell.text(DateUtil.getLocalDateTime(days, since1904).toLocalDate().toString())
                : Cell.number(value);
    }
}
