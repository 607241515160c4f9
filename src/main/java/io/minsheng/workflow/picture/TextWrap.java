package io.minsheng.workflow.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a name into lines of about equal length. Chinese may break between any two characters but not before a closing mark;
 * Latin words and numbers stay whole. Widths are in em: a Chinese character is 1, a Latin one about half.
 */
final class TextWrap {

    private static final String NEVER_FIRST = "，。、；：？！）》”’%％";
    private static final double NARROW = 0.56;

    private TextWrap() {
    }

    /** The lines of the text when a line holds at most {@code widest} em; a single longer word keeps its own line. */
    static List<String> lines(String text, double widest) {
        List<String> pieces = pieces(text.strip().replaceAll("\\s+", " "));
        double total = pieces.stream().mapToDouble(TextWrap::width).sum();
        double count = Math.max(1, Math.ceil(total / widest - 1e-9));
        List<String> balanced = fill(pieces, Math.ceil(total / count - 1e-9));
        return balanced.size() > count ? fill(pieces, widest) : balanced;
    }

    static double width(String text) {
        return text.codePoints().mapToDouble(c -> isWide(c) ? 1 : NARROW).sum();
    }

    private static List<String> fill(List<String> pieces, double widest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces) {
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > widest + 1e-9) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** The parts between which a line may break. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            if (!piece.isEmpty() && mayBreak(before, c)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            before = c;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean mayBreak(int before, int c) {
        if (c == ' ' || NEVER_FIRST.indexOf(c) >= 0) {
            return false;
        }
        return before == ' ' || isWide(before) || isWide(c);
    }

    private static boolean isWide(int c) {
        return c >= 0x2E80 || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
    }
}
