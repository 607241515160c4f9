package io.minsheng.triage.similar;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.minsheng.platform.text.Tsv;
import io.minsheng.proposal.index.Grams;
import io.minsheng.proposal.index.NearCases;
import io.minsheng.proposal.index.NearCases.Around;
import io.minsheng.proposal.index.NearCases.Near;
import io.minsheng.proposal.index.NearCases.Probe;
import io.minsheng.proposal.index.TrialIndex;
import io.minsheng.triage.similar.Likeness.Said;
import io.minsheng.triage.similar.Rephrasing.Suggestion;

/**
 * How long looking up similar cases and searching takes among 100,000 made ones, without a server: their sentence vectors are
 * made from those of the samples with noise, since computing them takes an hour; that of the text which asks is computed.
 * Prints wall and processor time; on a busy machine only the latter says something.
 */
public final class SimilarBench {

    private static final int CASES = 100_000;
    private static final int WITH_REAL_VECTORS = 500;
    private static final int ASKED = 200;
    private static final double NOISE = 0.7;
    private static final List<String> WORDS = List.of("路灯", "老旧小区 电梯", "停车", "公交站 候车亭", "农村饮水", "卫生院", "噪音扰民", "健身器材");

    private final Random random = new Random(2025);
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private SimilarBench() {
    }

    public static void main(String[] arguments) throws IOException {
        new SimilarBench().run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : CASES);
    }

    private void run(int cases) throws IOException {
        Path folder = Files.createTempDirectory("similar-bench");
        try (TrialIndex index = new TrialIndex(folder, true)) {
            List<Suggestion> samples = Tsv.resource("data/sample-proposals.tsv").stream()
                    .map(row -> new Suggestion(row.get("category"), row.get("title"), row.get("content"))).toList();
            List<float[]> gists = samples.stream()
                    .map(each -> index.vector(NearCases.gist(each.title(), each.content()))).toList();
            List<float[]> titles = samples.stream().map(each -> index.vector(each.title())).toList();
            fill(index, samples, gists, titles, cases);
            Rephrasing rephrasing = new Rephrasing(7);
            List<Suggestion> asked = samples.stream().map(each -> rephrasing.rephrased(each, null)).limit(ASKED).toList();
            SynonymTable synonyms = new SynonymTable(SynonymTable.shipped());
            asked.forEach(each -> lookUp(index, synonyms, each));
            print("similar cases, vector included", i -> lookUp(index, synonyms, asked.get(i)), 150);
            print("search with counts", i -> index.search(WORDS.get(i % WORDS.size())), 100);
            System.gc();
            Runtime memory = Runtime.getRuntime();
            System.out.printf("heap in use: %d MB; index on disk: %d MB%n", (memory.totalMemory() - memory.freeMemory()) >> 20,
                    size(folder.resolve("index")) >> 20);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void fill(TrialIndex index, List<Suggestion> samples, List<float[]> gists, List<float[]> titles, int cases)
            throws IOException {
        Rephrasing rephrasing = new Rephrasing(2025);
        List<String> places = Tsv.resource("data/organisations.tsv").stream().filter(row -> row.get("kind").equals("TOWNSHIP"))
                .map(row -> row.get("shortName")).toList();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < cases; i++) {
            if (i == WITH_REAL_VECTORS) {
                System.out.printf("index rebuild, vectors included: %.1f s of processor time per 1,000 texts%n",
                        (threads.getCurrentThreadCpuTime() - start) / 1e9 * 1000 / WITH_REAL_VECTORS);
            }
            Suggestion words = rephrasing.stranger(samples, places).words();
            if (i < WITH_REAL_VECTORS) {
                index.add("B" + i, words.title(), words.content());
            } else {
                int sample = random.nextInt(samples.size());
                index.add("B" + i, words.title(), words.content(), near(gists.get(sample)), near(titles.get(sample)));
            }
        }
        index.show();
    }

    /** Another direction not far from this one. */
    private float[] near(float[] vector) {
        float[] other = new float[vector.length];
        double length = 0;
        for (int i = 0; i < other.length; i++) {
            other[i] = (float) (vector[i] + NOISE * random.nextGaussian() / Math.sqrt(other.length));
            length += other[i] * other[i];
        }
        for (int i = 0; i < other.length; i++) {
            other[i] /= (float) Math.sqrt(length);
        }
        return other;
    }

    /** As {@link FindSimilar} does it. */
    private static int lookUp(TrialIndex index, SynonymTable synonyms, Suggestion asked) {
        String text = asked.title() + "\n" + asked.content();
        Said one = said(synonyms, asked.title(), asked.content());
        Set<String> grams = new LinkedHashSet<>(one.all());
        grams.addAll(Grams.of(text));
        synonyms.alternatives(text).forEach(each -> grams.addAll(Grams.of(each)));
        Around around = index.around(new Probe(NearCases.gist(asked.title(), asked.content()), grams, false, null, null));
        int alike = 0;
        for (Near each : around.cases()) {
            alike += Likeness.of(one, said(synonyms, each.title(), each.text()), around.weights(),
                    each.meaning()) >= Likeness.THRESHOLD ? 1 : 0;
        }
        return alike;
    }

    private static Said said(SynonymTable synonyms, String title, String content) {
        String canonical = synonyms.canonical(title);
        return Said.of(canonical, synonyms.canonical(content), Set.of());
    }

    private void print(String what, IntFunction<Integer> act, int aim) {
        double[] wall = new double[ASKED];
        double[] processor = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            long start = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            act.apply(i);
            processor[i] = (threads.getCurrentThreadCpuTime() - used) / 1e6;
            wall[i] = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf("%s: p50 %.0f ms, p95 %.0f ms (aim: under %d); of the processor p50 %.0f ms, p95 %.0f ms%n", what,
                at(wall, 50), at(wall, 95), aim, at(processor, 50), at(processor, 95));
    }

    private static double at(double[] times, int percent) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * percent / 100];
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
