package io.minsheng.triage.similar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.minsheng.platform.text.Tsv;
import io.minsheng.proposal.index.Grams;
import io.minsheng.proposal.index.NearCases;
import io.minsheng.proposal.index.NearCases.Around;
import io.minsheng.proposal.index.NearCases.Meaning;
import io.minsheng.proposal.index.NearCases.Near;
import io.minsheng.proposal.index.NearCases.Probe;
import io.minsheng.proposal.index.SentenceModel;
import io.minsheng.proposal.index.TrialIndex;
import io.minsheng.triage.Share;
import io.minsheng.triage.category.CategoryQuality;
import io.minsheng.triage.similar.Likeness.Said;
import io.minsheng.triage.similar.Rephrasing.Stranger;
import io.minsheng.triage.similar.Rephrasing.Suggestion;

/**
 * How well categories are suggested ({@link CategoryQuality}) and similar suggestions are found: {@code mvn -Pquality
 * test-compile exec:java -Dexec.args="--corpus file.tsv --distractors file.tsv --seed 7"}; both files have a header and the
 * columns category, title, content. Without them the samples that come along and 5,000 made strangers are taken. For each
 * suggestion a rephrased one is looked up by character pairs alone, by sentence vectors alone and by both; beside the
 * original lie two near misses, the same subject in another place and another subject in the same place.
 */
public final class Quality {

    private static final int STRANGERS = 5_000;
    private static final int FIRST = 5;
    private static final String SEED = "2025";

    private final SynonymTable synonyms = new SynonymTable(SynonymTable.shipped());
    private final Map<String, String> places = places();

    /** A way to tell how alike two are. */
    private record Way(String name, ToDoubleFunction<Pair> score) {
    }

    private record Pair(Said one, Said other, Map<String, Double> weights, Meaning meaning) {
    }

    /** What was counted for one way. */
    static final class Count {
        int asked;
        int found;
        int foundAmongStrangers;
        int called;
        int calledWrongly;
        int misses;
        int missesBelow;
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        SentenceModel sentences = new SentenceModel("on", Path.of("target/quality"));
        sentences.load();
        new CategoryQuality(sentences, Long.parseLong(options.getOrDefault("--seed", SEED)))
                .print(options.containsKey("--corpus") ? rows(Path.of(options.get("--corpus"))) : null);
        print(new Quality().measure(options));
    }

    /** What was counted, by the way of comparing: 字词, 句向量, 两者. */
    Map<String, Count> measure(Map<String, String> options) throws IOException {
        Rephrasing rephrasing = new Rephrasing(Long.parseLong(options.getOrDefault("--seed", SEED)));
        List<Suggestion> corpus = options.containsKey("--corpus") ? read(Path.of(options.get("--corpus")))
                : Tsv.resource("data/sample-proposals.tsv").stream().map(Quality::suggestion)
                        .limit(Long.parseLong(options.getOrDefault("--limit", "10000"))).toList();
        List<String> names = List.copyOf(places.keySet());
        List<Stranger> strangers = options.containsKey("--distractors")
                ? read(Path.of(options.get("--distractors"))).stream().map(each -> new Stranger(each, Set.of())).toList()
                : Stream.generate(() -> rephrasing.stranger(corpus, names))
                        .limit(Long.parseLong(options.getOrDefault("--strangers", String.valueOf(STRANGERS)))).toList();
        Path folder = Files.createTempDirectory("quality");
        try (TrialIndex index = new TrialIndex(folder, true)) {
            long start = System.nanoTime();
            for (int i = 0; i < corpus.size(); i++) {
                add(index, "C" + i, corpus.get(i));
            }
            for (int i = 0; i < strangers.size(); i++) {
                add(index, "S" + i, strangers.get(i).words());
            }
            Map<Integer, String> placed = addNearMisses(index, corpus, rephrasing, names);
            index.show();
            System.out.printf("%d 条建议，%d 条干扰，%d 对近似干扰；建索引 %.1f 秒/千条%n", corpus.size(), strangers.size(), placed.size(),
                    (System.nanoTime() - start) / 1e6 / (corpus.size() + strangers.size() + 2 * placed.size()));
            return ask(index, corpus, rephrasing, placed, strangers);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void add(TrialIndex index, String number, Suggestion each) throws IOException {
        index.add(number, each.title(), each.content());
    }

    /** For suggestions that name a township: N…P the same subject elsewhere, N…S another subject here. */
    private Map<Integer, String> addNearMisses(TrialIndex index, List<Suggestion> corpus, Rephrasing rephrasing,
            List<String> names) throws IOException {
        Map<Integer, String> placed = new LinkedHashMap<>();
        for (int i = 0; i < corpus.size(); i++) {
            Suggestion each = corpus.get(i);
            String here = names.stream().filter((each.title() + each.content())::contains).findFirst().orElse(null);
            if (here != null) {
                String there = rephrasing.pick(names.stream().filter(name -> !name.equals(here)).toList());
                add(index, "N" + i + "P", rephrasing.moved(each, names, there));
                Suggestion other = rephrasing.pick(corpus.stream().filter(one -> one != each).toList());
                Suggestion moved = rephrasing.moved(other, names, here);
                add(index, "N" + i + "S", new Suggestion(moved.category(), moved.title(), here + "这边，" + moved.content()));
                placed.put(i, here);
            }
        }
        return placed;
    }

    private Map<String, Count> ask(TrialIndex index, List<Suggestion> corpus, Rephrasing rephrasing,
            Map<Integer, String> placed, List<Stranger> strangers) {
        List<Way> ways = List.of(
                new Way("字词", pair -> Likeness.of(pair.one(), pair.other(), pair.weights(), null)),
                new Way("句向量", pair -> pair.meaning() == null ? 0 : pair.meaning().gist()),
                new Way("两者", pair -> Likeness.of(pair.one(), pair.other(), pair.weights(), pair.meaning())));
        Map<String, Count> counts = new LinkedHashMap<>();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i++) {
            String title = corpus.get(i).title();
            Suggestion asked = rephrasing.rephrased(corpus.get(i), placed.get(i));
            long start = System.nanoTime();
            Said one = said(asked.title(), asked.content());
            Set<String> grams = new LinkedHashSet<>(one.all());
            grams.addAll(Grams.of(asked.title() + "\n" + asked.content()));
            synonyms.alternatives(asked.title() + "\n" + asked.content()).forEach(each -> grams.addAll(Grams.of(each)));
            Around around = index.around(
                    new Probe(NearCases.gist(asked.title(), asked.content()), grams, false, null, null));
            Map<String, Pair> pairs = new LinkedHashMap<>();
            for (Near each : around.cases()) {
                pairs.put(each.number(), new Pair(one, said(each.title(), each.text()), around.weights(), each.meaning()));
            }
            for (Way way : ways) {
                count(counts.computeIfAbsent(way.name(), none -> new Count()), way, pairs, i,
                        number -> number.startsWith("S") && strangers.get(Integer.parseInt(number.substring(1))).copied()
                                .contains(title));
            }
            millis.add((System.nanoTime() - start) / 1e6);
        }
        millis.sort(Comparator.naturalOrder());
        System.out.printf("查一次 p50 %.0f 毫秒，p95 %.0f 毫秒%n", millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100));
        return counts;
    }

    private static void count(Count count, Way way, Map<String, Pair> pairs, int i, Predicate<String> copies) {
        Map<String, Double> scores = new HashMap<>();
        pairs.forEach((number, pair) -> scores.put(number, way.score().applyAsDouble(pair)));
        double original = scores.getOrDefault("C" + i, -1.0);
        // its own near misses are judged apart; what is as like counts as before it, or ties would be a merit
        List<String> before = scores.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("N") && !each.getKey().equals("C" + i))
                .filter(each -> each.getValue() >= original).map(Map.Entry::getKey).toList();
        count.asked++;
        count.foundAmongStrangers += original >= 0 && before.stream().filter(copies.negate()).count() < FIRST ? 1 : 0;
        count.found += original >= 0 && before.size() < FIRST ? 1 : 0;
        count.called += original >= Likeness.THRESHOLD ? 1 : 0;
        count.calledWrongly += scores.entrySet().stream().filter(each -> each.getKey().startsWith("S"))
                .anyMatch(each -> each.getValue() >= Likeness.THRESHOLD && each.getValue() > original) ? 1 : 0;
        for (String miss : List.of("N" + i + "P", "N" + i + "S")) {
            if (scores.containsKey(miss)) {
                count.misses++;
                count.missesBelow += scores.get(miss) < original ? 1 : 0;
            }
        }
    }

    private static void print(Map<String, Count> counts) {
        counts.forEach((way, count) -> System.out.printf(
                "%s：原件在前五 %s，不计照抄其句子的干扰 %s；近似干扰排在原件之后 %s；超过阈值 %.3f，其中有干扰排在其前 %.3f%n", way,
                new Share(count.found, count.asked), new Share(count.foundAmongStrangers, count.asked),
                new Share(count.missesBelow, count.misses),
                count.called / (double) count.asked, count.calledWrongly / (double) count.asked));
    }

    private Said said(String title, String content) {
        String canonical = synonyms.canonical(title);
        Set<String> named = new LinkedHashSet<>();
        places.forEach((name, code) -> {
            if ((title + content).contains(name)) {
                named.add(code);
            }
        });
        return Said.of(canonical, synonyms.canonical(content), named);
    }

    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        for (Tsv.Row row : Tsv.resource("data/organisations.tsv")) {
            if (row.get("kind").equals("TOWNSHIP")) {
                places.put(row.get("shortName").replaceFirst("(街道|镇|乡)$", ""), row.get("code"));
            }
        }
        return places;
    }

    private static Suggestion suggestion(Tsv.Row row) {
        return new Suggestion(row.get("category"), row.get("title"), row.get("content"));
    }

    private static List<Suggestion> read(Path file) throws IOException {
        return rows(file).stream().map(Quality::suggestion).toList();
    }

    private static List<Tsv.Row> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> header = List.of(lines.get(0).split("\t", -1));
        return lines.stream().skip(1).filter(line -> !line.isBlank())
                .map(line -> new Tsv.Row(header, List.of(line.split("\t", -1)))).toList();
    }
}
