package io.minsheng.triage.category;

import java.util.Arrays;
import java.util.List;

/** How like the meaning of a text is to the examples of each category that are most like it. */
final class Nearest {

    /** So that one odd example does not decide. */
    private static final int MOST_ALIKE = 3;

    private final List<List<float[]>> byCategory;

    /** @param examples with a vector of length 1 each; every category has some */
    Nearest(List<Example> examples, List<String> categories) {
        this.byCategory = categories.stream()
                .map(category -> examples.stream().filter(each -> each.category().equals(category)).map(Example::vector)
                        .toList())
                .toList();
    }

    /** By number of the category: 1 for the same, 0 for strangers; of several the average. */
    double[] likeness(float[] vector) {
        return byCategory.stream().mapToDouble(examples -> {
            double[] alike = examples.stream().mapToDouble(each -> product(each, vector)).sorted().toArray();
            return Arrays.stream(alike, Math.max(0, alike.length - MOST_ALIKE), alike.length).average().orElse(0);
        }).toArray();
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
