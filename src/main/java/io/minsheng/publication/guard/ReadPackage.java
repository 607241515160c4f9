package io.minsheng.publication.guard;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

import io.minsheng.intake.mail.form.Archive;

/** All parts of a docx, xlsx or other zip (ECMA-376 part 2), named for people by what they are. */
final class ReadPackage {

    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String BOOK = "xl/workbook.xml";

    private final ReadFile reading;
    private final FileText into;
    private final Archive zip;
    private final String inside;
    private final int depth;

    ReadPackage(ReadFile reading, FileText into, Archive zip, String inside, int depth) {
        this.reading = reading;
        this.into = into;
        this.zip = zip;
        this.inside = inside.isEmpty() ? "" : inside + "中的";
        this.depth = depth;
    }

    void read() throws IOException {
        SharedStrings shared = strings();
        Map<String, String> sheets = sheets();
        for (ZipArchiveEntry each : zip.all()) {
            into.add(inside + "内含文件的名称", each.getName(), FileText.Sort.NAME);
            into.add(inside + "内含文件的注释", each.getComment() == null ? "" : each.getComment(), FileText.Sort.NAME);
        }
        for (ZipArchiveEntry each : zip.files()) {
            part(each, shared, sheets);
        }
        shared.unused().forEach(each -> into.add(inside + "单元格文字（未显示）", each, FileText.Sort.TEXT));
    }

    private void part(ZipArchiveEntry entry, SharedStrings shared, Map<String, String> sheets) throws IOException {
        String name = entry.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.equals(STRINGS)) {
            return;
        }
        String where = inside + sheets.getOrDefault(name, named(lower));
        if (lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml") || lower.endsWith(".svg")) {
            new ReadXmlText(into, where, sheets.containsKey(name) ? shared : SharedStrings.NONE).read(zip.open(entry));
        } else {
            byte[] bytes = ReadFile.bytes(zip.open(entry));
            if (lower.matches(".*\\.(?:emf|wmf|gif|bmp|tiff?|wdp|webp)")) {
                into.picture();
                PickedSigns.of(bytes).forEach(each -> into.add(where, each, FileText.Sort.BYTES));
            } else if (lower.matches(".*(?:/printersettings[^/]*|\\.odttf|\\.ttf|\\.fntdata)")) {
                PickedSigns.of(bytes).forEach(each -> into.add(where, each, FileText.Sort.BYTES));
            } else if (bytes.length > 0) {
                reading.read(bytes, where, depth + 1);
            }
        }
    }

    /** Which part is which sheet, and whether it is hidden. */
    private Map<String, String> sheets() throws IOException {
        Map<String, String> targets = new HashMap<>();
        for (Map<String, String> each : elements("xl/_rels/workbook.xml.rels", "Relationship")) {
            String target = each.getOrDefault("Target", "");
            targets.put(each.getOrDefault("Id", ""), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
        Map<String, String> sheets = new HashMap<>();
        for (Map<String, String> each : elements(BOOK, "sheet")) {
            boolean hidden = each.getOrDefault("state", "visible").toLowerCase(Locale.ROOT).contains("hidden");
            sheets.put(targets.getOrDefault(each.getOrDefault("id", ""), ""),
                    "工作表“" + each.getOrDefault("name", "") + "”" + (hidden ? "（隐藏）" : ""));
        }
        return sheets;
    }

    private SharedStrings strings() throws IOException {
        SharedStrings strings = new SharedStrings();
        if (!zip.has(STRINGS)) {
            return strings;
        }
        try (InputStream in = zip.open(STRINGS).orElseThrow()) {
            XMLStreamReader xml = reader(in);
            StringBuilder text = new StringBuilder();
            boolean within = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                    within = true;
                } else if (event == XMLStreamConstants.CHARACTERS && within) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("si")) {
                    within = false;
                    strings.add(text.toString());
                    text.setLength(0);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return strings;
    }

    private List<Map<String, String>> elements(String part, String element) throws IOException {
        List<Map<String, String>> found = new ArrayList<>();
        if (!zip.has(part)) {
            return found;
        }
        try (InputStream in = zip.open(part).orElseThrow()) {
            XMLStreamReader xml = reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
                    Map<String, String> attributes = new HashMap<>();
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        // r:id goes before sheetId, which has another local name
                        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                    found.add(attributes);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return found;
    }

    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }

    private static String named(String part) {
        String file = part.substring(part.lastIndexOf('/') + 1);
        if (part.startsWith("docprops/") || part.equals("meta.xml")) {
            return "文件属性";
        }
        if (part.endsWith(".rels")) {
            return "链接";
        }
        if (file.contains("comment") || file.startsWith("person") || file.startsWith("people")) {
            return "批注";
        }
        if (file.startsWith("header") || file.startsWith("footer")) {
            return "页眉页脚";
        }
        if (file.startsWith("footnotes") || file.startsWith("endnotes")) {
            return "脚注";
        }
        if (part.startsWith("customxml/")) {
            return "附带数据";
        }
        return part.contains("/media/") ? "图片 " + file : file.equals("document.xml") ? "正文" : file;
    }
}
