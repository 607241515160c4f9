package io.minsheng.triage.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.minsheng.platform.text.Tsv;
import io.minsheng.proposal.index.SentenceModel;
import io.minsheng.triage.category.CategoryModel.Guess;

/** By the texts alone; with sentence vectors it is measured by the quality command. */
class CategoryModelTest {

    @Test
    void suggestsTheRightCategoryOfSuggestionsItHasNotSeen() {
        Map<String, CategoryQuality.Result> results = new CategoryQuality(new SentenceModel("off", Path.of("target")), 7)
                .folds(Tsv.resource("data/sample-proposals.tsv"));

        assertThat(results.get("字词").top().value()).isGreaterThan(0.9);
        assertThat(results.get("字词").first().value()).isGreaterThan(0.71);
    }

    @Test
    void learnsWhatTheOfficeConfirms() {
        List<Example> shipped = ShippedExamples.all();
        CategoryModel before = CategoryModel.of(shipped);
        List<Example> confirmed = IntStream.range(0, 8).mapToObj(i -> new Example("CULTURE", "碇步桥头打铁花第" + i + "场",
                "打铁花是碇步桥头的老手艺，请再办第" + i + "场。", null)).toList();

        CategoryModel after = CategoryModel.of(Stream.concat(shipped.stream(), confirmed.stream()).toList());

        assertThat(probability(after, "CULTURE")).isGreaterThan(0.6).isGreaterThan(probability(before, "CULTURE") + 0.2);
    }

    @Test
    void doesWithoutVectorsWhereSomeCategoryHasNone() {
        CategoryModel model = CategoryModel.of(List.of(new Example("A", "公交", "公交太少", new float[] { 1, 0 }),
                new Example("B", "看病", "看病太远", null)));

        assertThat(model.knowsVectors()).isFalse();
        assertThat(model.guess("公交", "", new float[] { 1, 0 })).hasSize(2);
    }

    private static double probability(CategoryModel model, String category) {
        return model.guess("桥头打铁花", "请在碇步桥头看打铁花。", null).stream().filter(each -> each.category().equals(category))
                .mapToDouble(Guess::probability).sum();
    }
}
