package io.minsheng.publication.guard;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.minsheng.intake.mail.form.TooMuch;
import io.minsheng.publication.guard.FileText.Sort;

/**
 * Every text of an XML part of an office file (ECMA-376): what stands in one paragraph or cell belongs together, however many
 * runs it is cut into; of tracked changes both the old and the new state are read; and the attributes in which people leave
 * words. No document type, no entities.
 */
final class ReadXmlText {

    private static final int MAX_DEPTH = 400;
    private static final Set<String> PARAGRAPHS = Set.of("p", "si", "is", "text");
    private static final Set<String> GONE = Set.of("del", "moveFrom");
    private static final Set<String> NEW = Set.of("ins", "moveTo");
    private static final Set<String> BREAKS = Set.of("br", "cr", "tab", "ptab");
    private static final Set<String> PERSONS = Set.of("creator", "lastModifiedBy", "Manager", "author", "initial-creator");
    private static final Set<String> WORDS = Set.of("descr", "title", "alt", "name", "Target", "prompt", "promptTitle", "error",
            "errorTitle", "val", "string", "tooltip", "location", "display", "cite", "href", "label", "caption", "comment",
            "userId");
    private static final Set<String> PERSON_ATTRIBUTES = Set.of("author", "displayName", "userName");
    /**
     * In attributes of other names, which are full of measures and drawn paths, only what is plainly a number or an address. An
     * address is looked for once from the beginning of each word, however long somebody makes the words.
     */
    private static final Pattern PLAIN = Pattern
            .compile("(?<![\\d.])(?:1[3-9]\\d{9}|\\d{17}[\\dXx])(?![\\d.])|(?<![\\w.+-])[\\w.+-]++@[\\w-]+\\.[\\w.-]+");

    private final FileText into;
    private final String where;
    private final SharedStrings shared;
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final StringBuilder loose = new StringBuilder();
    private final StringBuilder field = new StringBuilder();
    private int gone;
    private int fresh;
    private int fields;
    private String cell = "";
    private boolean inCell;

    /** What it says now, and what it said before the tracked changes. */
    private record Paragraph(StringBuilder now, StringBuilder before) {
    }

    /** @param shared strings that the cells of a sheet refer to by their number; none elsewhere */
    ReadXmlText(FileText into, String where, SharedStrings shared) {
        this.into = into;
        this.where = where;
        this.shared = shared;
    }

    void read(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (in) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            int depth = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MAX_DEPTH) {
                            throw new TooMuch("内容嵌套超过 " + MAX_DEPTH + " 层");
                        }
                        start(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        end(xml.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        signs(xml.getText());
                    case XMLStreamConstants.COMMENT -> into.add(where, xml.getText(), Sort.TEXT);
                    default -> {
                        // declarations and the like carry no text
                    }
                }
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void start(XMLStreamReader xml) {
        String name = xml.getLocalName();
        attributes(xml);
        if (PARAGRAPHS.contains(name)) {
            flush("");
            paragraphs.push(new Paragraph(new StringBuilder(), new StringBuilder()));
        } else if (paragraphs.isEmpty()) {
            flush("");
        }
        gone += GONE.contains(name) ? 1 : 0;
        fresh += NEW.contains(name) ? 1 : 0;
        fields += name.equals("instrText") ? 1 : 0;
        if (BREAKS.contains(name)) {
            signs("\n");
        } else if (name.equals("c")) {
            inCell = true;
            cell = "";
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                cell = xml.getAttributeLocalName(i).equals("t") ? xml.getAttributeValue(i) : cell;
            }
        }
    }

    private void attributes(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            if (PERSON_ATTRIBUTES.contains(name)) {
                into.add(where, value, Sort.PERSON);
            } else if (WORDS.contains(name)) {
                into.add(where, value, Sort.TEXT);
            } else {
                PLAIN.matcher(value).results().forEach(each -> into.add(where, each.group(), Sort.TEXT));
            }
        }
    }

    private void signs(String text) {
        if (fields > 0) {
            field.append(text);
        } else if (paragraphs.isEmpty()) {
            loose.append(text);
        } else {
            if (gone == 0) {
                paragraphs.peek().now().append(text);
            }
            if (fresh == 0) {
                paragraphs.peek().before().append(text);
            }
        }
    }

    private void end(String name) {
        gone -= GONE.contains(name) ? 1 : 0;
        fresh -= NEW.contains(name) ? 1 : 0;
        fields -= name.equals("instrText") ? 1 : 0;
        if (PARAGRAPHS.contains(name)) {
            Paragraph done = paragraphs.pop();
            String now = done.now().toString();
            into.add(where, now, Sort.TEXT);
            if (!done.before().toString().equals(now)) {
                into.add(where + "的修订痕迹", done.before().toString(), Sort.TEXT);
            }
            into.add(where, field.toString(), Sort.TEXT);
            field.setLength(0);
        } else if (paragraphs.isEmpty()) {
            flush(name);
        }
        inCell &= !name.equals("c");
    }

    private void flush(String element) {
        String text = loose.toString();
        loose.setLength(0);
        if (text.isBlank()) {
            return;
        }
        if (inCell && element.equals("v")) {
            cell(text.strip());
        } else {
            into.add(where, text, PERSONS.contains(element) ? Sort.PERSON : Sort.TEXT);
        }
    }

    /** A value of a cell: a shared string, a number (of which only whole ones can be a telephone number), or a text. */
    private void cell(String value) {
        if (cell.equals("s")) {
            into.add(where, shared.use(value), Sort.TEXT);
        } else if (cell.isEmpty() || cell.equals("n")) {
            whole(value).ifPresent(number -> into.add(where, number, Sort.TEXT));
        } else {
            into.add(where, value, Sort.TEXT);
        }
    }

    private static Optional<String> whole(String value) {
        if (value.length() > 40 || !value.matches("-?[\\d.]+(?:[eE][+-]?\\d{1,3})?")) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(value).stripTrailingZeros();
            return number.scale() > 0 || number.precision() - number.scale() > 40 ? Optional.empty()
                    : Optional.of(number.toPlainString());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
