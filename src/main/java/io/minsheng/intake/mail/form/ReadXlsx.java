package io.minsheng.intake.mail.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.util.CellRangeAddress;

/** Excel workbooks (ECMA-376 part 1, chapter 18): the shown values of the visible sheets, and the texts of drawn boxes. */
final class ReadXlsx {

    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MAX_STRINGS = 200_000;

    private final Archive archive;
    private final DocumentDraft draft = new DocumentDraft();
    private final List<String> strings = new ArrayList<>();
    private final List<Integer> formats = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();

    private ReadXlsx(Archive archive) {
        this.archive = archive;
    }

    static FormDocument of(Archive archive) throws IOException {
        ReadXlsx reader = new ReadXlsx(archive);
        reader.part("xl/sharedStrings.xml", reader::sharedStrings);
        reader.part("xl/styles.xml", reader::styles);
        for (String sheet : reader.sheets()) {
            reader.sheet(sheet);
        }
        for (var file : archive.files()) {
            if (file.getName().matches("xl/drawings/drawing\\d+\\.xml")) {
                reader.part(file.getName(), reader::drawing);
            }
        }
        return reader.draft.finish();
    }

    @FunctionalInterface
    private interface Part {
        void read(Xml xml) throws IOException;
    }

    private void part(String name, Part part) throws IOException {
        Optional<InputStream> in = archive.open(name);
        if (in.isPresent()) {
            try (Xml xml = new Xml(in.get())) {
                part.read(xml);
            }
        }
    }

    private void sharedStrings(Xml xml) throws IOException {
        xml.root(root -> xml.children(item -> {
            if (strings.size() >= MAX_STRINGS) {
                throw new TooMuch("表格文字过多");
            }
            strings.add(richText(xml));
        }));
    }

    private static String richText(Xml xml) throws IOException {
        StringBuilder text = new StringBuilder();
        richText(xml, text);
        return text.toString();
    }

    private static void richText(Xml xml, StringBuilder text) throws IOException {
        xml.children(name -> {
            switch (name) {
                case "t" -> text.append(xml.text());
                case "rPh" -> xml.skip();
                default -> richText(xml, text);
            }
        });
    }

    private void styles(Xml xml) throws IOException {
        xml.root(root -> xml.children(name -> {
            switch (name) {
                case "numFmts" -> xml.children(each -> {
                    String id = xml.attribute("numFmtId");
                    if (id != null && id.matches("\\d{1,6}")) {
                        codes.put(Integer.valueOf(id), xml.attribute("formatCode"));
                    }
                    xml.skip();
                });
                case "cellXfs" -> xml.children(each -> {
                    String id = xml.attribute("numFmtId");
                    formats.add(id != null && id.matches("\\d{1,6}") ? Integer.valueOf(id) : 0);
                    xml.skip();
                });
                default -> xml.skip();
            }
        }));
    }

    /** Parts of the visible sheets, in the order of their tabs. */
    private List<String> sheets() throws IOException {
        List<String> ids = new ArrayList<>();
        part(WORKBOOK, xml -> xml.root(root -> xml.children(name -> {
            if (!name.equals("sheets")) {
                xml.skip();
                return;
            }
            xml.children(each -> {
                String id = xml.attribute("id");
                if (id != null && xml.attribute("state") == null || "visible".equals(xml.attribute("state"))) {
                    ids.add(id);
                }
                xml.skip();
            });
        })));
        Map<String, String> targets = new HashMap<>();
        part("xl/_rels/workbook.xml.rels", xml -> xml.root(root -> xml.children(each -> {
            targets.put(xml.attribute("Id"), xml.attribute("Target"));
            xml.skip();
        })));
        return ids.stream().map(targets::get).filter(each -> each != null)
                .map(each -> each.startsWith("/") ? each.substring(1) : "xl/" + each).toList();
    }

    private void sheet(String name) throws IOException {
        TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
        List<CellRangeAddress> merged = new ArrayList<>();
        part(name, xml -> xml.root(root -> xml.children(each -> {
            switch (each) {
                case "sheetData" -> xml.children(row -> xml.children(cell -> cell(xml, rows)));
                case "mergeCells" -> xml.children(merge -> {
                    String range = xml.attribute("ref");
                    if (range != null && range.matches("[A-Z]{1,3}\\d{1,7}(?::[A-Z]{1,3}\\d{1,7})?")) {
                        merged.add(CellRangeAddress.valueOf(range));
                    }
                    xml.skip();
                });
                default -> xml.skip();
            }
        })));
        SheetGrid.tell(draft, rows, merged);
    }

    private void cell(Xml xml, TreeMap<Integer, TreeMap<Integer, String>> rows) throws IOException {
        String reference = xml.attribute("r");
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        StringBuilder value = new StringBuilder();
        xml.children(name -> {
            switch (name) {
                case "v" -> value.append(xml.text());
                case "is" -> value.append(richText(xml));
                default -> xml.skip();
            }
        });
        Matcher place = REFERENCE.matcher(reference == null ? "" : reference);
        if (value.isEmpty() || !place.matches()) {
            return;
        }
        int column = 0;
        for (char letter : place.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        rows.computeIfAbsent(Integer.parseInt(place.group(2)) - 1, row -> new TreeMap<>()).put(column - 1,
                shown(value.toString(), type, style));
    }

    private String shown(String value, String type, String style) {
        boolean number = value.matches("-?\\d{1,20}(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?");
        if ("s".equals(type)) {
            return value.matches("\\d{1,7}") && Integer.parseInt(value) < strings.size() ? strings.get(Integer.parseInt(value))
                    : "";
        }
        if (type != null && !type.equals("n") || !number) {
            return "e".equals(type) ? "" : value;
        }
        int index = style != null && style.matches("\\d{1,6}") && Integer.parseInt(style) < formats.size()
                ? formats.get(Integer.parseInt(style))
                : 0;
        String code = codes.getOrDefault(index, BuiltinFormats.getBuiltinFormat(index));
        return SheetGrid.shown(Double.parseDouble(value), index, code);
    }

    /** Text boxes that lie on a sheet. */
    private void drawing(Xml xml) throws IOException {
        xml.root(root -> shapes(xml));
    }

    private void shapes(Xml xml) throws IOException {
        xml.children(name -> {
            switch (name) {
                case "p" -> {
                    draft.text(richText(xml));
                    draft.endParagraph();
                }
                case "Fallback" -> xml.skip();
                default -> shapes(xml);
            }
        });
    }
}
