package io.minsheng.triage.category;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

import io.minsheng.platform.text.Tsv;
import io.minsheng.proposal.index.NearCases;
import io.minsheng.proposal.index.SentenceModel;
import io.minsheng.triage.Share;
import io.minsheng.triage.category.CategoryModel.Guess;

/**
 * How well categories are suggested: stratified 11-fold, so that of 22 examples a category 20 are learned and 2 are asked for
 * each
 * time, besides the hints that come along. Of more examples a category still only 20 are learned. Part of the quality command.
 */
public final class CategoryQuality {

    private static final int FOLDS = 11;
    private static final int LEARNED = 20;
    private static final int TOP = 3;

    private final SentenceModel sentences;
    private final long seed;

    /** Without a loaded sentence model by the texts alone. */
    public CategoryQuality(SentenceModel sentences, long seed) {
        this.sentences = sentences;
        this.seed = seed;
    }

    /** Right among the first three, and right as the first; {@code sure}: how often the first was right where it was sure. */
    public record Result(Share top, Share first, Share sure) {
    }

    private static final class Count {
        private int asked;
        private int top;
        private int first;
        private int sure;
        private int sureAndRight;

        void add(List<Guess> guesses, String right) {
            asked++;
            top += guesses.stream().limit(TOP).anyMatch(each -> each.category().equals(right)) ? 1 : 0;
            boolean hit = guesses.get(0).category().equals(right);
            first += hit ? 1 : 0;
            boolean certain = guesses.get(0).probability() >= SuggestCategory.SURE;
            sure += certain ? 1 : 0;
            sureAndRight += certain && hit ? 1 : 0;
        }

        Result result() {
            return new Result(new Share(top, asked), new Share(first, asked), new Share(sureAndRight, sure));
        }
    }

    /** By the way of learning: 字词, 句向量, 两者. Rows have the columns category, title and content. */
    public Map<String, Result> folds(List<Tsv.Row> corpus) {
        List<Example> examples = corpus.stream().map(each -> new Example(each.get("category"), each.get("title"),
                each.get("content"), null)).map(this::withVector).toList();
        List<Example> hints = hints(examples);
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
            ask(CategoryModel.of(learned), asked, counts);
        }
        return results(counts);
    }

    /** Learned from everything that comes along, asked for the corpus. */
    public Map<String, Result> shipped(List<Tsv.Row> corpus) {
        CategoryModel model = CategoryModel.of(ShippedExamples.all().stream().map(this::withVector).toList());
        Map<String, Count> counts = new LinkedHashMap<>();
        ask(model, corpus.stream().map(each -> new Example(each.get("category"), each.get("title"), each.get("content"), null))
                .map(this::withVector).toList(), counts);
        return results(counts);
    }

    /** Whether what comes along knows all categories of a corpus. */
    public static boolean knowsCategoriesOf(List<Tsv.Row> corpus) {
        List<String> known = ShippedExamples.all().stream().map(Example::category).distinct().toList();
        return corpus.stream().allMatch(each -> known.contains(each.get("category")));
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

    private void ask(CategoryModel model, List<Example> asked, Map<String, Count> counts) {
        Map<String, Function<Example, List<Guess>>> ways = new LinkedHashMap<>();
        ways.put("字词", each -> model.byTextAlone(each.title(), each.content()));
        if (model.knowsVectors()) {
            ways.put("句向量", each -> model.byVectorAlone(each.vector()));
            ways.put("两者", each -> model.guess(each.title(), each.content(), each.vector()));
        }
        ways.forEach((name, way) -> asked.forEach(
                each -> counts.computeIfAbsent(name, none -> new Count()).add(way.apply(each), each.category())));
    }

    private Example withVector(Example each) {
        return each.with(sentences.vector(NearCases.gist(each.title(), each.content())).orElse(null));
    }

    private static Map<String, Result> results(Map<String, Count> counts) {
        Map<String, Result> results = new LinkedHashMap<>();
        counts.forEach((name, count) -> results.put(name, count.result()));
        return results;
    }

    /** Prints all there is to say about a corpus; the samples that come along if it is null. */
    public void print(List<Tsv.Row> corpus) {
        List<Tsv.Row> asked = corpus == null ? Tsv.resource("data/sample-proposals.tsv") : corpus;
        print("分层 11 折", folds(asked));
        if (corpus != null && knowsCategoriesOf(corpus)) {
            print("只学随程序附带的例子", shipped(corpus));
        }
    }

    private static void print(String how, Map<String, Result> results) {
        results.forEach((way, each) -> System.out.printf("事项类别（%s），%s：前三 %s；第一 %s；有把握时第一 %s%n", how, way, each.top(),
                each.first(), each.sure()));
    }
}
