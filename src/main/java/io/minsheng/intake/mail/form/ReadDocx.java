package io.minsheng.intake.mail.form;

import java.io.IOException;
import java.io.InputStream;

/**
 * Word documents (ECMA-376 part 1, chapter 17): body, tables with merged cells, content controls, text boxes, ticked boxes. Of
 * tracked changes the newest state is read.
 */
final class ReadDocx {

    private static final String MAIN = "word/document.xml";
    private static final int MAX_SPAN = 200;

    private final Xml xml;
    private final DocumentDraft draft = new DocumentDraft();
    private Boolean ticked;
    private boolean prompt;

    private ReadDocx(Xml xml) {
        this.xml = xml;
    }

    static FormDocument of(Archive archive) throws IOException {
        try (InputStream in = archive.open(MAIN).orElseThrow(() -> new IOException("no " + MAIN)); Xml xml = new Xml(in)) {
            ReadDocx reader = new ReadDocx(xml);
            xml.root(name -> reader.block(name));
            return reader.draft.finish();
        }
    }

    private void block(String name) throws IOException {
        switch (name) {
            case "p" -> {
                xml.children(this::inline);
                draft.endParagraph();
            }
            case "tbl" -> table();
            case "sdtPr" -> control();
            case "sdtContent" -> controlledBlocks();
            case "del", "moveFrom", "pict", "sectPr" -> xml.skip();
            default -> xml.children(this::block);
        }
    }

    private void inline(String name) throws IOException {
        switch (name) {
            case "t" -> draft.text(xml.text());
            case "tab", "ptab" -> blank("\t");
            case "br", "cr" -> blank("\n");
            case "noBreakHyphen" -> blank("-");
            case "sym" -> symbol();
            case "del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "rt" -> xml.skip();
            case "sdtPr" -> control();
            case "sdtContent" -> controlled();
            case "ffData" -> xml.children(this::formField);
            case "txbxContent" -> {
                draft.beginAside();
                xml.children(this::block);
                draft.endAside();
            }
            default -> xml.children(this::inline);
        }
    }

    private void blank(String text) throws IOException {
        draft.text(text);
        xml.skip();
    }

    private void symbol() throws IOException {
        String code = xml.attribute("char");
        String font = xml.attribute("font");
        if (code != null && code.matches("[0-9A-Fa-f]{1,4}")) {
            draft.text(Symbols.of(font, Integer.parseInt(code, 16)));
        }
        xml.skip();
    }

    /** A content control that holds a box says so here; one that still shows its prompt is empty. */
    private void control() throws IOException {
        ticked = null;
        xml.children(name -> {
            if (name.equals("checkbox")) {
                ticked = false;
                xml.children(each -> {
                    if (each.equals("checked")) {
                        ticked = isOn(xml.attribute("val"));
                    }
                    xml.skip();
                });
            } else {
                prompt |= name.equals("showingPlcHdr") && isOn(xml.attribute("val"));
                xml.skip();
            }
        });
    }

    private void controlledBlocks() throws IOException {
        boolean empty = prompt;
        prompt = false;
        if (empty) {
            xml.skip();
        } else {
            xml.children(this::block);
        }
    }

    private void controlled() throws IOException {
        boolean box = ticked != null;
        boolean empty = prompt;
        if (box) {
            draft.text(Symbols.box(ticked));
        }
        ticked = null;
        prompt = false;
        if (box || empty) {
            xml.skip();
        } else {
            xml.children(this::inline);
        }
    }

    /** The boxes of old forms. */
    private void formField(String name) throws IOException {
        if (!name.equals("checkBox")) {
            xml.skip();
            return;
        }
        boolean[] state = new boolean[2];
        xml.children(each -> {
            if (each.equals("checked")) {
                state[0] = isOn(xml.attribute("val"));
                state[1] = true;
            } else if (each.equals("default") && !state[1]) {
                state[0] = isOn(xml.attribute("val"));
            }
            xml.skip();
        });
        draft.text(Symbols.box(state[0]));
    }

    private static boolean isOn(String value) {
        return value == null || !value.matches("0|false|off");
    }

    private void table() throws IOException {
        draft.beginTable();
        xml.children(this::tableChild);
        draft.endTable();
    }

    private void tableChild(String name) throws IOException {
        switch (name) {
            case "tr" -> {
                draft.beginRow();
                int[] column = { 0 };
                xml.children(each -> rowChild(each, column));
            }
            case "tblPr", "tblGrid", "del", "sdtPr" -> xml.skip();
            default -> xml.children(this::tableChild);
        }
    }

    private void rowChild(String name, int[] column) throws IOException {
        switch (name) {
            case "tc" -> cell(column);
            case "trPr" -> xml.children(each -> {
                if (each.equals("gridBefore")) {
                    column[0] += xml.count("val", MAX_SPAN);
                }
                xml.skip();
            });
            case "tblPrEx", "sdtPr" -> xml.skip();
            default -> xml.children(each -> rowChild(each, column));
        }
    }

    private void cell(int[] column) throws IOException {
        int[] span = { 1 };
        boolean[] continued = { false };
        xml.children(name -> {
            if (name.equals("tcPr")) {
                xml.children(each -> {
                    if (each.equals("gridSpan")) {
                        span[0] = xml.count("val", MAX_SPAN);
                    } else if (each.equals("vMerge")) {
                        continued[0] = !"restart".equals(xml.attribute("val"));
                    }
                    xml.skip();
                });
            } else {
                block(name);
            }
        });
        int left = column[0];
        column[0] += span[0];
        if (continued[0]) {
            draft.joinAbove(left, column[0]);
        } else {
            draft.endCell(left, column[0], 1);
        }
    }
}
