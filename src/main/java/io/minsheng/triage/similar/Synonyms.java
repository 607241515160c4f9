package io.minsheng.triage.similar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.platform.text.Tsv;

/**
 * Words that people use for one and the same thing ({@code data/synonyms.tsv}): texts are compared in the first of each row.
 */
@Singleton
class Synonyms {

    private record Pair(String word, String canonical) {
    }

    /** Longest first, so that 老旧小区 is not taken for what 小区 stands for. */
    private final List<Pair> pairs;

    Synonyms() {
        List<Pair> read = new ArrayList<>();
        for (Tsv.Row row : Tsv.resource("data/synonyms.tsv")) {
            for (String word : row.get("others").split("、")) {
                read.add(new Pair(word, row.get("word")));
            }
        }
        read.sort(Comparator.comparing((Pair pair) -> pair.word().length()).reversed());
        this.pairs = List.copyOf(read);
    }

    /** The text in the words by which texts are compared. */
    String canonical(String text) {
        String said = text;
        for (Pair pair : pairs) {
            said = said.replace(pair.word(), pair.canonical());
        }
        return said;
    }
}
