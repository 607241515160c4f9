package io.minsheng.intake.mail.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Rich text (RTF 1.9): text in any code page, tables with merged cells, text boxes. Pictures and objects are passed over. */
final class ReadRtf {

    private static final Set<String> PASSED_OVER = Set.of("colortbl", "stylesheet", "info", "pict", "object", "header",
            "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "shprslt", "listtext",
            "pntext", "listtable", "listoverridetable", "rsidtbl", "generator", "themedata", "colorschememapping", "datastore",
            "latentstyles", "sp", "sv", "sn", "fldinst", "nonesttables", "annotation", "atnid", "atnauthor", "revtbl",
            "xmlnstbl", "fontemb", "bkmkstart", "bkmkend", "do", "shpgrp", "mmathPr", "pnseclvl");
    private static final Set<String> KEPT_IF_UNKNOWN = Set.of("shpinst", "shptxt", "nesttableprops", "fonttbl");
    private static final int MAX_GROUPS = 1000;

    private final byte[] bytes;
    private final DocumentDraft draft = new DocumentDraft();
    private final RtfTable table = new RtfTable(draft);
    private final RtfCharsets charsets = new RtfCharsets();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State();
    private int at;
    private int skipped;
    private boolean star;

    private ReadRtf(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What belongs to a group and is forgotten at its end. */
    private static final class State {

        private boolean skip;
        private boolean fontTable;
        private boolean aside;
        private int font = -1;
        private int fallbackSigns = 1;

        State inner() {
            State inner = new State();
            inner.skip = skip;
            inner.fontTable = fontTable;
            inner.font = font;
            inner.fallbackSigns = fallbackSigns;
            return inner;
        }
    }

    static FormDocument of(byte[] bytes) {
        ReadRtf reader = new ReadRtf(bytes);
        reader.read();
        return reader.draft.finish();
    }

    private void read() {
        while (at < bytes.length) {
            int sign = bytes[at++] & 0xFF;
            switch (sign) {
                case '{' -> begin();
                case '}' -> end();
                case '\\' -> control();
                case '\r', '\n', 0 -> {
                }
                default -> oneByte(sign);
            }
        }
        flush();
        table.end();
    }

    private void begin() {
        flush();
        if (states.size() > MAX_GROUPS) {
            throw new TooMuch("内容嵌套超过 " + MAX_GROUPS + " 层");
        }
        states.push(state);
        state = state.inner();
        star = false;
    }

    private void end() {
        flush();
        if (state.aside) {
            draft.endAside();
        }
        state = states.isEmpty() ? new State() : states.pop();
    }

    private void control() {
        if (at >= bytes.length) {
            return;
        }
        int sign = bytes[at++] & 0xFF;
        if (!Character.isLetter(sign) || sign > 0x7F) {
            symbol(sign);
            return;
        }
        int start = at - 1;
        while (at < bytes.length && at - start < 40 && Character.isLetter(bytes[at])) {
            at++;
        }
        String word = new String(bytes, start, at - start, ISO_8859_1);
        int digits = at;
        if (at < bytes.length && bytes[at] == '-') {
            at++;
        }
        while (at < bytes.length && at - digits < 11 && Character.isDigit(bytes[at])) {
            at++;
        }
        String number = new String(bytes, digits, at - digits, ISO_8859_1);
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
        word(word, number.matches("-?\\d{1,9}") ? Integer.parseInt(number) : 1);
    }

    private void symbol(int sign) {
        switch (sign) {
            case '\'' -> {
                int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
                int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
                at = Math.min(bytes.length, at + 2);
                oneByte(high < 0 || low < 0 ? '?' : high << 4 | low);
            }
            case '*' -> star = true;
            case '~' -> put(" ");
            case '_' -> put("-");
            case '\\', '{', '}' -> oneByte(sign);
            case '\n', '\r' -> paragraph();
            default -> {
            }
        }
    }

    private void word(String word, int number) {
        boolean unknown = star && !KEPT_IF_UNKNOWN.contains(word);
        star = false;
        if (unknown || PASSED_OVER.contains(word)) {
            state.skip = true;
        }
        switch (word) {
            case "bin" -> at = Math.min(bytes.length, at + Math.max(0, number));
            case "ansicpg" -> charsets.codePage(number);
            case "deff" -> state.font = number;
            case "fonttbl" -> state.fontTable = true;
            case "f" -> {
                flush();
                state.font = number;
            }
            case "fcharset" -> {
                if (state.fontTable) {
                    charsets.font(state.font, number);
                }
            }
            case "uc" -> state.fallbackSigns = Math.max(0, Math.min(8, number));
            case "u" -> unicode(number);
            case "par", "sect", "page" -> paragraph();
            case "line" -> put("\n");
            case "tab" -> put("\t");
            case "emdash", "endash" -> put("—");
            case "lquote" -> put("‘");
            case "rquote" -> put("’");
            case "ldblquote" -> put("“");
            case "rdblquote" -> put("”");
            case "emspace", "enspace" -> put(" ");
            case "shptxt" -> {
                flush();
                if (!state.skip) {
                    draft.beginAside();
                    state.aside = true;
                }
            }
            default -> tableWord(word, number);
        }
    }

    private void tableWord(String word, int number) {
        if (state.skip) {
            return;
        }
        switch (word) {
            case "pard", "cell", "row" -> {
                flush();
                table.word(word, number);
            }
            case "nestcell", "nestrow" -> put("\n");
            default -> table.word(word, number);
        }
    }

    private void paragraph() {
        flush();
        if (state.skip) {
            return;
        }
        if (table.takesText() && !isInAside()) {
            table.text("\n");
            return;
        }
        if (!isInAside()) {
            table.end();
        }
        draft.endParagraph();
    }

    private boolean isInAside() {
        return state.aside || states.stream().anyMatch(each -> each.aside);
    }

    private void oneByte(int sign) {
        if (skipped > 0) {
            skipped--;
            return;
        }
        if (!state.skip) {
            pending.write(sign);
        }
    }

    private void unicode(int number) {
        flush();
        put(Character.toString((char) number));
        skipped = state.fallbackSigns;
    }

    private void flush() {
        skipped = 0;
        if (pending.size() > 0) {
            String text = new String(pending.toByteArray(), charsets.of(state.font));
            pending.reset();
            put(text);
        }
    }

    private void put(String text) {
        if (pending.size() > 0) {
            flush();
        }
        if (state.skip || state.fontTable) {
            return;
        }
        if (table.takesText() && !isInAside()) {
            table.text(text);
            return;
        }
        if (table.begun() && !isInAside() && !text.isBlank()) {
            table.end();
        }
        draft.text(text);
    }
}
