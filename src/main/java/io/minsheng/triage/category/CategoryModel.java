package io.minsheng.triage.category;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.bwaldvogel.liblinear.Feature;

/**
 * What was learned from examples: one regression over characters, for as long as there are no sentence vectors; with them two
 * of different kinds over characters and vectors together, and the examples that are most alike, since they err in different
 * cases (README tells how much each is right). It never changes; who has learned more makes another.
 */
final class CategoryModel {

    private static final double COST_OF_TEXT = 10;
    private static final double COST_OF_BOTH = 15;
    private static final double COST_OF_SQUARES = 0.8;
    /** How much the vector's direction counts against the characters; by the quality command. */
    private static final double MEANING = 2;
    /** One regression for each category makes them too modest: the probabilities are raised to this power. */
    private static final double SHARPNESS_OF_TEXT = 2;
    /**
     * How much the logarithms of the probabilities, the lines and the nearest examples count, so that what is called probable
     * is right as often; by the quality command. Half as much or twice as much for the nearest is about as good.
     */
    private static final double LOGISTIC = 0.8;
    private static final double SQUARES = 1.6;
    private static final double NEAREST = 9.6;

    private final List<String> categories;
    private final TextFeatures features;
    private final Learned texts;
    private final Learned both;
    private final LeastSquares squares;
    private final Nearest nearest;

    /** One category and how probable it is, 0 to 1. */
    record Guess(String category, double probability) {
    }

    private CategoryModel(List<String> categories, TextFeatures features, Learned texts, Learned both,
            LeastSquares squares, Nearest nearest) {
        this.categories = categories;
        this.features = features;
        this.texts = texts;
        this.both = both;
        this.squares = squares;
        this.nearest = nearest;
    }

    /** Learns from examples of two categories at least; by vectors from those that have one, if all categories have some. */
    static CategoryModel of(List<Example> examples) {
        List<String> categories = categories(examples);
        TextFeatures features = new TextFeatures(examples);
        Learned texts = new Learned(examples.stream().map(each -> features.of(each.title(), each.content())).toList(),
                classes(examples, categories), features.size(), categories.size(), COST_OF_TEXT);
        List<Example> with = examples.stream().filter(each -> each.vector() != null).toList();
        if (!categories(with).equals(categories)) {
            return new CategoryModel(categories, features, texts, null, null, null);
        }
        List<Feature[]> rows = with.stream().map(each -> joined(features, each.title(), each.content(), each.vector()))
                .toList();
        double[] classes = classes(with, categories);
        int size = features.size() + with.get(0).vector().length;
        return new CategoryModel(categories, features, texts,
                new Learned(rows, classes, size, categories.size(), COST_OF_BOTH),
                new LeastSquares(rows, classes, size, categories.size(), COST_OF_SQUARES), new Nearest(with, categories));
    }

    private static Feature[] joined(TextFeatures features, String title, String content, float[] vector) {
        return Stream.concat(Arrays.stream(features.of(title, content)),
                Arrays.stream(Learned.dense(vector, features.size(), Math.sqrt(MEANING)))).toArray(Feature[]::new);
    }

    private static List<String> categories(List<Example> examples) {
        return examples.stream().map(Example::category).distinct().sorted().toList();
    }

    private static double[] classes(List<Example> examples, List<String> categories) {
        return examples.stream().mapToDouble(each -> categories.indexOf(each.category())).toArray();
    }

    boolean knowsVectors() {
        return both != null;
    }

    /**
     * All categories it knows, the most probable first.
     *
     * @param vector of the meaning ({@link Meanings}), or null: then by the text alone
     */
    List<Guess> guess(String title, String content, float[] vector) {
        if (vector == null || both == null) {
            return ranked(Arrays.stream(texts.probabilities(features.of(title, content)))
                    .map(each -> Math.pow(each, SHARPNESS_OF_TEXT)).toArray());
        }
        Feature[] row = joined(features, title, content, vector);
        double[] probabilities = both.probabilities(row);
        double[] values = squares.values(row);
        double[] alike = nearest.likeness(vector);
        return ranked(IntStream.range(0, values.length)
                .mapToDouble(
                        i -> Math.exp(LOGISTIC * Math.log(probabilities[i]) + SQUARES * values[i] + NEAREST * alike[i]))
                .toArray());
    }

    private List<Guess> ranked(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return IntStream.range(0, weights.length).mapToObj(i -> new Guess(categories.get(i), weights[i] / sum))
                .sorted(Comparator.comparing(Guess::probability).reversed()).toList();
    }
}
