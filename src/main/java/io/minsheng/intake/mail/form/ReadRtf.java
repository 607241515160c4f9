package io.minsheng.intake.mail.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final byte[] bytes;
    private final DocumentDraft draft = new DocumentDraft();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State();
    private Charset codePage = GB18030;
    private int at;
    private int skipped;
    private boolean star;
    private boolean inTable;
    private List<RowCell> definition = new ArrayList<>();
    private List<String> texts = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean open;
    private RowCell next = new RowCell();

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

    /** A cell as the definition of its row says. */
    private static final class RowCell {

        private int right;
        private boolean joinsAbove;
        private boolean joinsLeft;
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
        endTable();
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
        word(word, number.matches("-?\\d{1,9}") ? Integer.parseInt(number) : 1, number.isEmpty());
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

    private void word(String word, int number, boolean bare) {
        boolean unknown = star && !KEPT_IF_UNKNOWN.contains(word);
        star = false;
        if (unknown || PASSED_OVER.contains(word)) {
            state.skip = true;
        }
        switch (word) {
            case "bin" -> at = Math.min(bytes.length, at + Math.max(0, number));
            case "ansicpg" -> codePage = charset(number);
            case "deff" -> state.font = number;
            case "fonttbl" -> state.fontTable = true;
            case "f" -> {
                flush();
                state.font = number;
            }
            case "fcharset" -> {
                if (state.fontTable) {
                    fonts.put(state.font, ofFont(number));
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
            default -> tableWord(word, number, bare);
        }
    }

    private void tableWord(String word, int number, boolean bare) {
        if (state.skip) {
            return;
        }
        switch (word) {
            case "pard" -> {
                flush();
                open = false;
            }
            case "intbl" -> open = true;
            case "trowd" -> {
                definition = new ArrayList<>();
                next = new RowCell();
            }
            case "clvmrg" -> next.joinsAbove = true;
            case "clmrg" -> next.joinsLeft = true;
            case "cellx" -> {
                next.right = number;
                definition.add(next);
                next = new RowCell();
            }
            case "cell" -> {
                flush();
                texts.add(cell.toString().strip());
                cell.setLength(0);
            }
            case "nestcell", "nestrow" -> put("\n");
            case "row" -> row();
            default -> {
            }
        }
    }

    private void row() {
        flush();
        if (!inTable) {
            draft.beginTable();
            inTable = true;
        }
        draft.beginRow();
        int left = 0;
        for (int i = 0; i < texts.size(); i++) {
            RowCell defined = i < definition.size() ? definition.get(i) : new RowCell();
            int right = Math.max(left + 1, defined.right);
            draft.text(texts.get(i));
            if (defined.joinsAbove) {
                draft.joinAbove(left, right);
            } else if (!defined.joinsLeft) {
                draft.endCell(left, endOfMerged(i, right), 1);
            }
            left = right;
        }
        texts = new ArrayList<>();
        cell.setLength(0);
    }

    private int endOfMerged(int index, int right) {
        int end = right;
        for (int i = index + 1; i < definition.size() && definition.get(i).joinsLeft; i++) {
            end = definition.get(i).right;
        }
        return end;
    }

    private void endTable() {
        if (inTable) {
            inTable = false;
            draft.endTable();
        }
    }

    private void paragraph() {
        flush();
        if (state.skip) {
            return;
        }
        if (open && !isInAside()) {
            cell.append('\n');
            return;
        }
        if (!isInAside()) {
            endTable();
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
            String text = new String(pending.toByteArray(), fonts.getOrDefault(state.font, codePage));
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
        if (open && !isInAside()) {
            cell.append(text);
            return;
        }
        if (inTable && !isInAside() && !text.isBlank()) {
            endTable();
        }
        draft.text(text);
    }

    private Charset ofFont(int number) {
        return switch (number) {
            case 134 -> GB18030;
            case 136 -> Charset.forName("Big5");
            case 128 -> Charset.forName("windows-31j");
            case 129 -> Charset.forName("x-windows-949");
            default -> codePage;
        };
    }

    private static Charset charset(int page) {
        if (page == 936 || page == 54936) {
            return GB18030;
        }
        String name = page == 65001 ? "UTF-8" : "windows-" + page;
        return Charset.isSupported(name) ? Charset.forName(name) : GB18030;
    }
}
