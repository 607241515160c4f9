package io.minsheng.triage.category;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.minsheng.platform.text.Tsv;
import io.minsheng.proposal.index.SentenceModel;
import io.minsheng.triage.Share;
import io.minsheng.triage.category.CategoryModel.Guess;

/**
 * How well categories are suggested: stratified 11-fold, so that of 22 examples a category 20 are learned and 2 are asked
 * for each time, besides the hints that come along. Of more examples a category still only 20 are learned. Part of the
 * quality command.
 */
public final class CategoryQuality {

    private static final int FOLDS = 11;
    private static final int LEARNED = 20;
    private static final int TOP = 3;
    private static final double COST_OF_VECTORS = 20;
    /** One way of folding is luck: the whole is done for so many more seeds. */
    private static final int MORE_SEEDS = 10;

    private final Meanings meanings;
    private final long seed;

    /** Without a loaded sentence model by the texts alone. */
    public CategoryQuality(SentenceModel sentences, long seed) {
        this.meanings = new Meanings(sentences);
        this.seed = seed;
    }

    /**
     * Right among the first three, and right as the first.
     *
     * @param sure how often the first was right where it was sure
     * @param unsure how often it was right where it was not
     * @param said how probable the first was called on average: as often it should be right
     */
    public record Result(Share top, Share first, Share sure, Share unsure, double said) {
    }

    private static final class Count {
        private int asked;
        private int top;
        private int first;
        private int sure;
        private int sureAndRight;
        private double said;

        void add(List<Guess> guesses, String right) {
            asked++;
            top += guesses.stream().limit(TOP).anyMatch(each -> each.category().equals(right)) ? 1 : 0;
            boolean hit = guesses.get(0).category().equals(right);
            first += hit ? 1 : 0;
            boolean certain = guesses.get(0).probability() >= SuggestCategory.SURE;
            sure += certain ? 1 : 0;
            sureAndRight += certain && hit ? 1 : 0;
            said += guesses.get(0).probability();
        }

        Result result() {
            return new Result(new Share(top, asked), new Share(first, asked), new Share(sureAndRight, sure),
                    new Share(first - sureAndRight, asked - sure), said / asked);
        }
    }

    /** By the way of learning: 字词, 句向量, 两者. Rows have the columns category, title and content. */
    public Map<String, Result> folds(List<Tsv.Row> corpus) {
        List<Example> examples = examples(corpus);
        return folds(examples, hints(examples), seed);
    }

    private static Map<String, Result> folds(List<Example> examples, List<Example> hints, long seed) {
        Map<String, List<Example>> byCategory = new TreeMap<>();
        examples.forEach(each -> byCategory.computeIfAbsent(each.category(), none -> new ArrayList<>()).add(each));
        Random random = new Random(seed);
        byCategory.values().forEach(each -> Collections.shuffle(each, random));
        Map<String, Count> counts = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> learned = new ArrayList<>(hints);
            List<Example> asked = new ArrayList<>();
            for (List<Example> each : byCategory.values()) {
                split(each, fold, learned, asked);
            }
            ask(learned, asked, counts);
        }
        return results(counts);
    }

    /** Learned from everything that comes along, asked for the corpus. */
    public Map<String, Result> shipped(List<Tsv.Row> corpus) {
        List<Example> learned = ShippedExamples.all().stream().map(this::withVector).toList();
        Map<String, Count> counts = new LinkedHashMap<>();
        ask(learned, examples(corpus), counts);
        return results(counts);
    }

    /** Whether what comes along knows all categories of a corpus. */
    public static boolean knowsCategoriesOf(List<Tsv.Row> corpus) {
        List<String> known = ShippedExamples.all().stream().map(Example::category).distinct().toList();
        return corpus.stream().allMatch(each -> known.contains(each.get("category")));
    }

    private List<Example> examples(List<Tsv.Row> corpus) {
        return corpus.stream().map(each -> new Example(each.get("category"), each.get("title"), each.get("content"), null))
                .map(this::withVector).toList();
    }

    private List<Example> hints(List<Example> examples) {
        List<String> categories = examples.stream().map(Example::category).distinct().toList();
        return ShippedExamples.hints().stream().filter(each -> categories.contains(each.category())).map(this::withVector)
                .toList();
    }

    private static void split(List<Example> category, int fold, List<Example> learned, List<Example> asked) {
        int taken = 0;
        for (int i = 0; i < category.size(); i++) {
            if (i % FOLDS == fold) {
                asked.add(category.get(i));
            } else if (taken < LEARNED) {
                learned.add(category.get(i));
                taken++;
            }
        }
    }

    private static void ask(List<Example> learned, List<Example> asked, Map<String, Count> counts) {
        CategoryModel model = CategoryModel.of(learned);
        Map<String, Function<Example, List<Guess>>> ways = new LinkedHashMap<>();
        ways.put("字词", each -> model.guess(each.title(), each.content(), null));
        if (model.knowsVectors()) {
            ways.put("句向量", byVector(learned));
            ways.put("两者", each -> model.guess(each.title(), each.content(), each.vector()));
        }
        ways.forEach((name, way) -> asked.forEach(
                each -> counts.computeIfAbsent(name, none -> new Count()).add(way.apply(each), each.category())));
    }

    /** A regression over the vectors only; the program has no use for it. */
    private static Function<Example, List<Guess>> byVector(List<Example> learned) {
        List<String> categories = learned.stream().map(Example::category).distinct().sorted().toList();
        Learned vectors = new Learned(learned.stream().map(each -> Learned.dense(each.vector(), 0, 1)).toList(),
                learned.stream().mapToDouble(each -> categories.indexOf(each.category())).toArray(),
                learned.get(0).vector().length, categories.size(), COST_OF_VECTORS);
        return each -> {
            double[] found = vectors.probabilities(Learned.dense(each.vector(), 0, 1));
            return IntStream.range(0, found.length).mapToObj(i -> new Guess(categories.get(i), found[i]))
                    .sorted(Comparator.comparing(Guess::probability).reversed()).toList();
        };
    }

    private Example withVector(Example each) {
        return each.with(meanings.of(each.title(), each.content(), null).orElse(null));
    }

    private static Map<String, Result> results(Map<String, Count> counts) {
        Map<String, Result> results = new LinkedHashMap<>();
        counts.forEach((name, count) -> results.put(name, count.result()));
        return results;
    }

    /** Prints all there is to say about a corpus; the samples that come along if it is null. */
    public void print(List<Tsv.Row> corpus) {
        List<Tsv.Row> asked = corpus == null ? Tsv.resource("data/sample-proposals.tsv") : corpus;
        List<Example> examples = examples(asked);
        List<Example> hints = hints(examples);
        print("分层 11 折", folds(examples, hints, seed));
        printMean(LongStream.rangeClosed(seed + 1, seed + MORE_SEEDS).mapToObj(each -> folds(examples, hints, each)).toList());
        if (corpus != null && knowsCategoriesOf(corpus)) {
            print("只学随程序附带的例子", shipped(corpus));
        }
    }

    /** Without an interval: the texts are the same each time. */
    private static void printMean(List<Map<String, Result>> bySeed) {
        bySeed.get(0).keySet().forEach(way -> System.out.printf("事项类别（另 %d 个种子平均），%s：前三 %.3f；第一 %.3f，自估 %.3f%n",
                bySeed.size(), way, mean(bySeed, way, each -> each.top().value()),
                mean(bySeed, way, each -> each.first().value()), mean(bySeed, way, Result::said)));
    }

    private static double mean(List<Map<String, Result>> bySeed, String way, ToDoubleFunction<Result> figure) {
        return bySeed.stream().map(each -> each.get(way)).mapToDouble(figure).average().orElseThrow();
    }

    private static void print(String how, Map<String, Result> results) {
        results.forEach((way, each) -> System.out.printf(
                "事项类别（%s），%s：前三 %s；第一 %s，自估 %.3f；有把握时第一 %s，没有把握时 %s%n", how, way, each.top(), each.first(),
                each.said(), each.sure(), each.unsure()));
    }
}
