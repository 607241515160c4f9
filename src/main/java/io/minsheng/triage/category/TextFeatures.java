package io.minsheng.triage.category;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;

/**
 * Turns texts into numbers: how often one, two and three characters follow each other, the rarer the weightier; those of the
 * title count apart as well, since a title says in few words what it is about.
 */
final class TextFeatures {

    private static final int LONGEST = 3;
    private static final int MOST = 40_000;
    private static final int AT_LEAST = 2;
    private static final String TITLE = "^";

    private record Known(int index, double weight) {
    }

    private final Map<String, Known> known = new HashMap<>();

    /** Knows what occurs in these examples, and how rare it is. */
    TextFeatures(List<Example> examples) {
        Map<String, Integer> frequency = new HashMap<>();
        for (Example each : examples) {
            counts(each.title(), each.content()).keySet().forEach(gram -> frequency.merge(gram, 1, Integer::sum));
        }
        frequency.entrySet().stream().filter(each -> each.getValue() >= AT_LEAST)
                .sorted(Map.Entry.<String, Integer> comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST).forEach(each -> known.put(each.getKey(), new Known(known.size() + 1,
                        1 + Math.log((1.0 + examples.size()) / (1 + each.getValue())))));
    }

    /** How many there are. */
    int size() {
        return known.size();
    }

    /** Of length 1, by rising index from 1. */
    Feature[] of(String title, String content) {
        TreeMap<Integer, Double> values = new TreeMap<>();
        counts(title, content).forEach((gram, count) -> {
            Known one = known.get(gram);
            if (one != null) {
                values.put(one.index(), (1 + Math.log(count)) * one.weight());
            }
        });
        double length = Math.sqrt(values.values().stream().mapToDouble(value -> value * value).sum());
        return values.entrySet().stream().map(each -> new FeatureNode(each.getKey(), each.getValue() / length))
                .toArray(Feature[]::new);
    }

    private static Map<String, Integer> counts(String title, String content) {
        Map<String, Integer> counts = new HashMap<>();
        count(counts, "", title);
        count(counts, TITLE, title);
        count(counts, "", content);
        return counts;
    }

    private static void count(Map<String, Integer> counts, String mark, String text) {
        int[] points = text.codePoints().map(Character::toLowerCase).toArray();
        for (int i = 0; i < points.length; i++) {
            for (int length = 1; length <= LONGEST && i + length <= points.length
                    && Character.isLetterOrDigit(points[i + length - 1]); length++) {
                counts.merge(mark + new String(points, i, length), 1, Integer::sum);
            }
        }
    }
}
