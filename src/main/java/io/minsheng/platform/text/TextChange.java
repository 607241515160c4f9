package io.minsheng.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.qute.TemplateData;

/**
 * What changed from one text to another, clause by clause: the longest common sequence of clauses stays, the rest was taken
 * out or put in. Clauses, because single characters of Chinese give differences that nobody can read.
 *
 * @param pieces in reading order
 */
@TemplateData
public record TextChange(List<Piece> pieces) {

    /** A clause with its punctuation. */
    private static final Pattern CLAUSE = Pattern.compile("[^，。；：！？、,;:!?\\n]*[，。；：！？、,;:!?\\n]+|[^，。；：！？、,;:!?\\n]+$");
    /** Two texts of more clauses each are shown whole: comparing grows with the product. */
    private static final int MOST = 1000;

    /** A run of clauses. */
    @TemplateData
    public record Piece(Kind kind, String text) {
    }

    /** What became of a run. */
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /** From one text to the other; null counts as empty. */
    public static TextChange between(String before, String after) {
        List<String> from = clauses(before);
        List<String> to = clauses(after);
        List<Piece> pieces = new ArrayList<>();
        if (from.size() > MOST || to.size() > MOST) {
            add(pieces, Kind.REMOVED, String.join("", from));
            add(pieces, Kind.ADDED, String.join("", to));
            return new TextChange(pieces);
        }
        int[][] common = common(from, to);
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                add(pieces, Kind.KEPT, from.get(i++));
                j++;
            } else if (i < from.size() && (j == to.size() || common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Kind.REMOVED, from.get(i++));
            } else {
                add(pieces, Kind.ADDED, to.get(j++));
            }
        }
        return new TextChange(pieces);
    }

    /** Length of the longest common sequence of what is left from each pair of places. */
    private static int[][] common(List<String> from, List<String> to) {
        int[][] common = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                common[i][j] = from.get(i).equals(to.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.kind() == kind) {
            pieces.set(pieces.size() - 1, new Piece(kind, last.text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }

    private static List<String> clauses(String text) {
        List<String> clauses = new ArrayList<>();
        Matcher matcher = CLAUSE.matcher(text == null ? "" : text);
        while (matcher.find()) {
            clauses.add(matcher.group());
        }
        return clauses;
    }
}
