package io.minsheng.intake.desk.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts that the cells of a workbook point to (ECMA-376, 18.4). */
final class SharedTexts {

    private final List<String> texts = new ArrayList<>();
    private long length;

    private SharedTexts() {
    }

    static SharedTexts of(WorkbookParts parts) throws IOException, XMLStreamException {
        SharedTexts shared = new SharedTexts();
        Optional<XMLStreamReader> part = parts.open("xl/sharedStrings.xml");
        if (part.isPresent()) {
            XMLStreamReader xml = part.get();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
                    shared.add(rich(xml, "si"));
                }
            }
        }
        return shared;
    }

    /** The text at a place; empty if there is none. */
    String at(String place) {
        return place.matches("\\d{1,7}") && Integer.parseInt(place) < texts.size() ? texts.get(Integer.parseInt(place)) : "";
    }

    private void add(String text) {
        length += text.length() + 1;
        if (length > Limits.TEXT) {
            throw Limits.exceeded("文字过多");
        }
        texts.add(text);
    }

    /** All runs of a text to the end of its element, without how they are pronounced. */
    static String rich(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean pronounced = false;
        boolean within = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                boolean begins = event == XMLStreamConstants.START_ELEMENT;
                pronounced = xml.getLocalName().equals("rPh") ? begins : pronounced;
                within = xml.getLocalName().equals("t") ? begins : within;
            } else if (xml.isCharacters() && within && !pronounced) {
                text.append(xml.getText());
                if (text.length() > Limits.TEXT) {
                    throw Limits.exceeded("文字过多");
                }
            }
        }
        return escaped(text);
    }

    /** {@code _x000D_} stands for a sign that XML cannot hold (ECMA-376, 22.9.2.19). */
    private static String escaped(StringBuilder text) {
        return text.indexOf("_x") < 0 ? text.toString()
                : java.util.regex.Pattern.compile("_x([0-9A-Fa-f]{4})_").matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher
                                .quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
