package io.minsheng.triage.similar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.minsheng.proposal.SimilarCases.Piece;

/** What two texts have in common, told to people: words, and a title with them marked. */
final class Comparison {

    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 8;

    private Comparison() {
    }

    /** The runs of characters of a text that stand in the other as well, the most telling first. */
    static List<String> words(String text, Set<String> others, Map<String, Double> weights) {
        Map<String, Double> found = new LinkedHashMap<>();
        int[] points = text.codePoints().toArray();
        int start = -1;
        double weight = 0;
        for (int i = 0; i < points.length; i++) {
            String gram = i + 1 < points.length ? new String(points, i, 2) : "";
            if (others.contains(gram) && weights.containsKey(gram)) {
                start = start < 0 ? i : start;
                weight = Math.max(weight, weights.get(gram));
            } else if (start >= 0) {
                if (i - start < LONGEST) {
                    found.merge(new String(points, start, i - start + 1), weight, Math::max);
                }
                start = -1;
                weight = 0;
            }
        }
        return found.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(MOST_WORDS)
                .map(Map.Entry::getKey).toList();
    }

    /** The title in pieces; together they are the title. */
    static List<Piece> marked(String title, Set<String> others) {
        int[] points = title.codePoints().toArray();
        boolean[] common = new boolean[points.length];
        for (int i = 0; i + 1 < points.length; i++) {
            if (others.contains(new String(points, i, 2))) {
                common[i] = true;
                common[i + 1] = true;
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= points.length; i++) {
            if (i == points.length || common[i] != common[start]) {
                pieces.add(new Piece(new String(points, start, i - start), common[start]));
                start = i;
            }
        }
        return pieces;
    }
}
