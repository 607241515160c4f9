package io.minsheng.triage.category;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.minsheng.platform.text.Tsv;

/**
 * What a district starts from before it has confirmed anything itself: the sample suggestions, and short wishes that belong
 * to a category by the way offices divide their work.
 */
final class ShippedExamples {

    private ShippedExamples() {
    }

    static List<Example> all() {
        return Stream.concat(samples().stream(), hints().stream()).toList();
    }

    static List<Example> samples() {
        return Tsv.resource("data/sample-proposals.tsv").stream()
                .map(each -> new Example(each.get("category"), each.get("title"), each.get("content"), null)).toList();
    }

    static List<Example> hints() {
        return Tsv.resource("data/category-hints.tsv").stream().flatMap(each -> Arrays.stream(each.get("wishes").split("、"))
                .map(wish -> new Example(each.get("category"), wish, "", null))).toList();
    }
}
