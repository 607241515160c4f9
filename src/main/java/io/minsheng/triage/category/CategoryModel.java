package io.minsheng.triage.category;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was learned from examples: one regression over characters, one over sentence vectors, and their mixture. Neither alone
 * is
 * best (README). It never changes; who has learned more makes another.
 */
final class CategoryModel {

    private static final double COST_OF_TEXT = 10;
    private static final double COST_OF_VECTORS = 5;
    /** The share of the vectors in the mixture, and how much surer it is than its parts; by the quality command. */
    private static final double VECTORS = 0.5;
    private static final double SHARPNESS = 2;
    private static final double LEAST = 1e-6;

    private final List<String> categories;
    private final TextFeatures features;
    private final Learned texts;
    private final Learned vectors;

    /** One category and how probable it is, 0 to 1. */
    record Guess(String category, double probability) {
    }

    private CategoryModel(List<String> categories, TextFeatures features, Learned texts, Learned vectors) {
        this.categories = categories;
        this.features = features;
        this.texts = texts;
        this.vectors = vectors;
    }

    /** Learns from examples of two categories at least; by vectors from those that have one, if all categories have some. */
    static CategoryModel of(List<Example> examples) {
        List<String> categories = categories(examples);
        TextFeatures features = new TextFeatures(examples);
        Learned texts = new Learned(examples.stream().map(each -> features.of(each.title(), each.content())).toList(),
                classes(examples, categories), features.size(), categories.size(), COST_OF_TEXT);
        List<Example> with = examples.stream().filter(each -> each.vector() != null).toList();
        return new CategoryModel(categories, features, texts, !categories(with).equals(categories) ? null
                : new Learned(with.stream().map(each -> Learned.dense(each.vector())).toList(), classes(with, categories),
                        with.get(0).vector().length, categories.size(), COST_OF_VECTORS));
    }

    private static List<String> categories(List<Example> examples) {
        return examples.stream().map(Example::category).distinct().sorted().toList();
    }

    private static double[] classes(List<Example> examples, List<String> categories) {
        return examples.stream().mapToDouble(each -> categories.indexOf(each.category())).toArray();
    }

    boolean knowsVectors() {
        return vectors != null;
    }

    /**
     * All categories it knows, the most probable first.
     *
     * @param vector of the gist, or null: then by the text alone
     */
    List<Guess> guess(String title, String content, float[] vector) {
        double[] byText = texts.probabilities(features.of(title, content));
        double[] byVector = vector == null || vectors == null ? null : vectors.probabilities(Learned.dense(vector));
        return ranked(byVector == null ? sharper(byText, byText) : sharper(byText, byVector));
    }

    List<Guess> byTextAlone(String title, String content) {
        return ranked(texts.probabilities(features.of(title, content)));
    }

    List<Guess> byVectorAlone(float[] vector) {
        return ranked(vectors.probabilities(Learned.dense(vector)));
    }

    private static double[] sharper(double[] one, double[] other) {
        double[] mixed = IntStream.range(0, one.length)
                .mapToDouble(i -> Math.exp(SHARPNESS * ((1 - VECTORS) * Math.log(Math.max(LEAST, one[i]))
                        + VECTORS * Math.log(Math.max(LEAST, other[i])))))
                .toArray();
        double sum = IntStream.range(0, mixed.length).mapToDouble(i -> mixed[i]).sum();
        return IntStream.range(0, mixed.length).mapToDouble(i -> mixed[i] / sum).toArray();
    }

    private List<Guess> ranked(double[] probabilities) {
        return IntStream.range(0, probabilities.length).mapToObj(i -> new Guess(categories.get(i), probabilities[i]))
                .sorted(Comparator.comparing(Guess::probability).reversed()).toList();
    }
}
