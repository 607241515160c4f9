package io.minsheng.triage.category;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.bwaldvogel.liblinear.Feature;

/**
 * What was learned from examples: one regression over characters, for as long as there are no sentence vectors, and one over
 * characters and vectors together (README tells how much each is right). It never changes; who has learned more makes another.
 */
final class CategoryModel {

    private static final double COST_OF_TEXT = 10;
    private static final double COST_OF_BOTH = 15;
    /** How much the vector's direction counts against the characters; by the quality command. */
    private static final double MEANING = 2;
    /** One regression for each category makes them too modest: the probabilities are raised to these powers. */
    private static final double SHARPNESS_OF_TEXT = 2;
    private static final double SHARPNESS_OF_BOTH = 1.5;

    private final List<String> categories;
    private final TextFeatures features;
    private final Learned texts;
    private final Learned both;

    /** One category and how probable it is, 0 to 1. */
    record Guess(String category, double probability) {
    }

    private CategoryModel(List<String> categories, TextFeatures features, Learned texts, Learned both) {
        this.categories = categories;
        this.features = features;
        this.texts = texts;
        this.both = both;
    }

    /** Learns from examples of two categories at least; by vectors from those that have one, if all categories have some. */
    static CategoryModel of(List<Example> examples) {
        List<String> categories = categories(examples);
        TextFeatures features = new TextFeatures(examples);
        Learned texts = new Learned(examples.stream().map(each -> features.of(each.title(), each.content())).toList(),
                classes(examples, categories), features.size(), categories.size(), COST_OF_TEXT);
        List<Example> with = examples.stream().filter(each -> each.vector() != null).toList();
        return new CategoryModel(categories, features, texts, !categories(with).equals(categories) ? null
                : new Learned(with.stream().map(each -> joined(features, each.title(), each.content(), each.vector())).toList(),
                        classes(with, categories), features.size() + with.get(0).vector().length, categories.size(),
                        COST_OF_BOTH));
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
        return vector == null || both == null
                ? ranked(texts.probabilities(features.of(title, content)), SHARPNESS_OF_TEXT)
                : ranked(both.probabilities(joined(features, title, content, vector)), SHARPNESS_OF_BOTH);
    }

    private List<Guess> ranked(double[] probabilities, double sharpness) {
        double[] sharp = Arrays.stream(probabilities).map(each -> Math.pow(each, sharpness)).toArray();
        double sum = Arrays.stream(sharp).sum();
        return IntStream.range(0, sharp.length).mapToObj(i -> new Guess(categories.get(i), sharp[i] / sum))
                .sorted(Comparator.comparing(Guess::probability).reversed()).toList();
    }
}
