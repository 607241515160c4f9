package io.minsheng.intake.desk.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.minsheng.platform.error.Refusal;

/**
 * Reads CSV (RFC 4180), separated by commas, semicolons or tabs, in UTF-8 (with or without byte order mark), UTF-16 with its
 * mark, or GB18030, which is what spreadsheet programs in China write.
 */
final class ReadCsv {

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final char MARK = '\uFEFF';

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int number = 1;

    private ReadCsv(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /** @throws Refusal 400 if it is no text, broken, or passes a limit */
    static Sheet of(byte[] bytes) {
        ReadCsv reader = new ReadCsv(decoded(bytes));
        reader.read();
        return new Sheet("", reader.lines);
    }

    private static String decoded(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE)) {
            return text(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return text(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        for (Charset charset : CHARSETS) {
            try {
                String decoded = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
                return text(decoded.isEmpty() || decoded.charAt(0) != MARK ? decoded : decoded.substring(1));
            } catch (CharacterCodingException other) {
                // the next may fit
            }
        }
        throw noText();
    }

    private static String text(String decoded) {
        if (decoded.indexOf('\0') >= 0) {
            throw noText();
        }
        if (decoded.length() > Limits.TEXT) {
            throw Limits.exceeded("文字过多");
        }
        return decoded;
    }

    private static Refusal noText() {
        return Refusal.invalid("file", "不是可以读取的表格，请上传 xlsx，或 UTF-8、GB18030 编码的 csv。");
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** What separates most in the first line that says anything. */
    private static char separator(String text) {
        String first = text.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char each : new char[] { ';', '\t' }) {
            best = count(first, each) > count(first, best) ? each : best;
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(each -> each == sign).count();
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            at = cell(at);
            if (at >= text.length()) {
                break;
            }
            char end = text.charAt(at++);
            if (end != separator) {
                at += end == '\r' && at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
                endLine();
            } else if (at == text.length()) {
                cells.add(Cell.EMPTY);
            }
        }
        if (!cells.isEmpty()) {
            endLine();
        }
    }

    /** Reads a cell and returns where it ends: at a separator, a line end, or the end. */
    private int cell(int from) {
        if (text.charAt(from) != '"') {
            int end = from;
            while (end < text.length() && !ends(text.charAt(end))) {
                end++;
            }
            add(text.substring(from, end));
            return end;
        }
        StringBuilder value = new StringBuilder();
        int at = from + 1;
        while (at < text.length()) {
            char sign = text.charAt(at++);
            if (sign != '"') {
                value.append(sign);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                // what follows the closing quotation mark belongs to the cell as well
                while (at < text.length() && !ends(text.charAt(at))) {
                    value.append(text.charAt(at++));
                }
                add(value.toString());
                return at;
            }
        }
        throw Refusal.invalid("file", "第 " + number + " 行 " + Line.letters(cells.size()) + " 列的引号没有结束，表格无法读取。");
    }

    private boolean ends(char sign) {
        return sign == separator || sign == '\n' || sign == '\r';
    }

    private void add(String value) {
        if (cells.size() >= Limits.COLUMNS) {
            throw Limits.exceeded("超过 " + Limits.COLUMNS + " 列");
        }
        cells.add(Cell.text(value));
    }

    private void endLine() {
        Line line = new Line(number++, false, cells);
        if (!line.blank()) {
            lines.add(line);
        }
        if (lines.size() > Limits.LINES) {
            throw Limits.exceeded("超过 5,000 行");
        }
        cells = new ArrayList<>();
    }
}
