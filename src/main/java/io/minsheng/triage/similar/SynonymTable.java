package io.minsheng.triage.similar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.minsheng.platform.text.Tsv;

/** Words that people use for one and the same thing: texts are compared in the first of each row. It never changes. */
final class SynonymTable {

    private record Pair(String word, String canonical) {
    }

    /** Longest first, so that 老旧小区 is not taken for what 小区 stands for. */
    private final List<Pair> pairs;
    private final Map<String, List<String>> rows;

    /**
     * @param rows by the word in which texts are compared: the others for the same
     */
    SynonymTable(Map<String, List<String>> rows) {
        List<Pair> all = new ArrayList<>();
        rows.forEach((word, others) -> others.forEach(other -> all.add(new Pair(other, word))));
        all.sort(Comparator.comparing((Pair pair) -> pair.word().length()).reversed());
        this.pairs = List.copyOf(all);
        this.rows = rows;
    }

    /** The rows that come with the program ({@code data/synonyms.tsv}), in its order. */
    static Map<String, List<String>> shipped() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Tsv.Row row : Tsv.resource("data/synonyms.tsv")) {
            rows.put(row.get("word"), List.of(row.get("others").split("、")));
        }
        return rows;
    }

    /** The text in the words by which texts are compared. */
    String canonical(String text) {
        String said = text;
        for (Pair pair : pairs) {
            said = said.replace(pair.word(), pair.canonical());
        }
        return said;
    }

    /** All words for what the text names by one of them, so that what says it otherwise is looked for as well. */
    Collection<String> alternatives(String text) {
        List<String> words = new ArrayList<>();
        rows.forEach((word, others) -> {
            if (text.contains(word) || others.stream().anyMatch(text::contains)) {
                words.add(word);
                words.addAll(others);
            }
        });
        return words;
    }
}
