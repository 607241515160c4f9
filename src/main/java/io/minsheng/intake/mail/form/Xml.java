package io.minsheng.intake.mail.form;

import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML read as a stream, element by element; no document type, no entities, no depth that only an attacker needs. */
final class Xml implements AutoCloseable {

    private static final int MAX_DEPTH = 400;
    private static final int MAX_TEXT = 2_000_000;

    private final XMLStreamReader reader;
    private int depth;

    /** What is done with an element inside of another; it must read it to its end. */
    @FunctionalInterface
    interface Visit {
        void element(String name) throws IOException;
    }

    Xml(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Goes to the root element. */
    void root(Visit visit) throws IOException {
        children(visit);
    }

    /** Visits the children of the element that stands open, to its end. */
    void children(Visit visit) throws IOException {
        read(visit, null);
    }

    /** As {@link #children}, and the characters between them go to {@code text}. */
    void children(Visit visit, StringBuilder text) throws IOException {
        read(visit, text);
    }

    private void read(Visit visit, StringBuilder text) throws IOException {
        if (++depth > MAX_DEPTH) {
            throw new TooMuch("内容嵌套超过 " + MAX_DEPTH + " 层");
        }
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    visit.element(reader.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    break;
                } else if (text != null && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                        || event == XMLStreamConstants.SPACE)) {
                    text.append(reader.getText());
                    if (text.length() > MAX_TEXT) {
                        throw new TooMuch("文字过多");
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            depth--;
        }
    }

    /** Reads the open element to its end and forgets it. */
    void skip() throws IOException {
        children(name -> skip());
    }

    /** The characters of the open element and of all elements in it. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        text(text);
        return text.toString();
    }

    private void text(StringBuilder into) throws IOException {
        children(name -> text(into), into);
    }

    /** An attribute by its local name, or null. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A number in an attribute, within 1 and {@code max}; 1 where there is none. */
    int count(String name, int max) {
        String value = attribute(name);
        if (value == null || !value.matches("\\d{1,6}")) {
            return 1;
        }
        return Math.max(1, Math.min(max, Integer.parseInt(value)));
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
