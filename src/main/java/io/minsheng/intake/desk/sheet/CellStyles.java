package io.minsheng.intake.desk.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which styles of a workbook show a number as a day (ECMA-376, 18.8). */
final class CellStyles {

    private static final int MOST = 65_000;

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();

    private CellStyles() {
    }

    static CellStyles of(WorkbookParts parts) throws IOException, XMLStreamException {
        CellStyles styles = new CellStyles();
        Optional<XMLStreamReader> part = parts.open("xl/styles.xml");
        if (part.isPresent()) {
            styles.read(part.get());
        }
        return styles;
    }

    boolean showsDays(String style) {
        if (style == null || !style.matches("\\d{1,6}") || Integer.parseInt(style) >= formats.size()) {
            return false;
        }
        int format = formats.get(Integer.parseInt(style));
        String code = codes.getOrDefault(format, BuiltinFormats.getBuiltinFormat(format));
        return code != null && DateUtil.isADateFormat(format, code);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        boolean inUse = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
                return;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "numFmt" -> keep(xml);
                case "cellXfs" -> inUse = true;
                case "xf" -> {
                    if (inUse) {
                        formats.add(number(xml.getAttributeValue(null, "numFmtId")));
                    }
                }
                default -> {
                    // fonts, fills and borders say nothing
                }
            }
            if (formats.size() > MOST || codes.size() > MOST) {
                throw Limits.exceeded("格式过多");
            }
        }
    }

    private void keep(XMLStreamReader xml) {
        String code = xml.getAttributeValue(null, "formatCode");
        if (code != null) {
            codes.put(number(xml.getAttributeValue(null, "numFmtId")), code);
        }
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
