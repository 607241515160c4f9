package io.minsheng.intake.mail.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** OpenDocument texts and sheets (ISO/IEC 26300): paragraphs, tables with merged cells, text boxes. */
final class ReadOdf {

    private static final int MAX_SPAN = 200;
    private static final int MAX_REPEATED = 20;

    private final Xml xml;
    private final DocumentDraft draft = new DocumentDraft();

    private ReadOdf(Xml xml) {
        this.xml = xml;
    }

    static FormDocument of(Archive archive) throws IOException {
        Optional<InputStream> manifest = archive.open("META-INF/manifest.xml");
        if (manifest.isPresent() && isLocked(manifest.get())) {
            throw new Locked();
        }
        try (InputStream in = archive.open("content.xml").orElseThrow(() -> new IOException("no content.xml"));
                Xml xml = new Xml(in)) {
            ReadOdf reader = new ReadOdf(xml);
            xml.root(reader::block);
            return reader.draft.finish();
        }
    }

    private static boolean isLocked(InputStream manifest) throws IOException {
        boolean[] locked = { false };
        try (Xml xml = new Xml(manifest)) {
            xml.root(root -> xml.children(file -> xml.children(each -> {
                locked[0] |= each.equals("encryption-data");
                xml.skip();
            })));
        }
        return locked[0];
    }

    private void block(String name) throws IOException {
        switch (name) {
            case "p", "h" -> {
                inline();
                draft.endParagraph();
            }
            case "table" -> {
                draft.beginTable();
                xml.children(this::tableChild);
                draft.endTable();
            }
            case "automatic-styles", "font-face-decls", "scripts", "tracked-changes", "annotation", "forms",
                    "sequence-decls", "user-field-decls", "calculation-settings", "content-validations", "database-ranges" ->
                xml.skip();
            default -> xml.children(this::block);
        }
    }

    /** Text and elements in their order: what stands before an element is told first. */
    private void inline() throws IOException {
        StringBuilder text = new StringBuilder();
        xml.children(name -> {
            flush(text);
            switch (name) {
                case "s" -> blank(" ".repeat(xml.count("c", 1000)));
                case "tab" -> blank("\t");
                case "line-break" -> blank("\n");
                case "text-box", "custom-shape" -> {
                    draft.beginAside();
                    xml.children(this::block);
                    draft.endAside();
                }
                case "annotation", "note", "tracked-changes", "ruby-text", "title", "desc" -> xml.skip();
                default -> inline();
            }
        }, text);
        flush(text);
    }

    private void flush(StringBuilder text) {
        draft.text(text.toString().replaceAll("[\\r\\n\\t ]+", " "));
        text.setLength(0);
    }

    private void blank(String text) throws IOException {
        draft.text(text);
        xml.skip();
    }

    private void tableChild(String name) throws IOException {
        switch (name) {
            case "table-row" -> {
                draft.beginRow();
                int[] column = { 0 };
                xml.children(each -> cell(each, column));
            }
            case "table-header-rows", "table-rows", "table-row-group" -> xml.children(this::tableChild);
            case "shapes" -> xml.children(this::block);
            default -> xml.skip();
        }
    }

    private void cell(String name, int[] column) throws IOException {
        int repeated = xml.count("number-columns-repeated", MAX_REPEATED);
        if (!name.equals("table-cell")) {
            column[0] += name.equals("covered-table-cell") ? repeated : 0;
            xml.skip();
            return;
        }
        int columns = xml.count("number-columns-spanned", MAX_SPAN);
        int rows = xml.count("number-rows-spanned", MAX_SPAN);
        int left = column[0];
        xml.children(this::block);
        draft.endCell(left, left + columns, rows);
        column[0] += repeated;
    }
}
