package io.minsheng.triage.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.minsheng.platform.text.Tsv;
import io.minsheng.proposal.index.Grams;
import io.minsheng.proposal.index.NearCases;
import io.minsheng.proposal.index.NearCases.Around;
import io.minsheng.proposal.index.NearCases.Near;
import io.minsheng.proposal.index.NearCases.Probe;
import io.minsheng.proposal.index.TrialIndex;
import io.minsheng.triage.similar.Likeness.Said;
import io.minsheng.triage.similar.Rephrasing.Suggestion;
import io.minsheng.triage.topics.Placing;
import io.minsheng.triage.topics.Placing.Neighbour;
import io.minsheng.triage.topics.Placing.Place;

/**
 * Topics among the samples, by words alone: groups of rephrased samples, planted between all the others, are found, and nothing
 * grows together that does not belong together.
 */
class PlantedTopicsTest {

    private static final int GROUPS = 20;
    private static final int OF_EACH = 5;
    private static final int NEAREST = 5;
    private static final int HOT = 3;

    @TempDir
    Path folder;

    private final SynonymTable synonyms = new SynonymTable(SynonymTable.shipped());
    private final Map<String, String> topics = new HashMap<>();
    private int next;

    @Test
    void findsPlantedGroupsAndNoGiant() throws IOException {
        List<Suggestion> samples = Tsv.resource("data/sample-proposals.tsv").stream()
                .map(row -> new Suggestion(row.get("category"), row.get("title"), row.get("content"))).toList();
        Rephrasing rephrasing = new Rephrasing(2025);
        Map<String, Suggestion> all = new HashMap<>();
        List<String> order = new ArrayList<>();
        try (TrialIndex index = new TrialIndex(folder, false)) {
            for (int i = 0; i < samples.size(); i++) {
                add(index, "C" + i, samples.get(i), all, order);
            }
            int step = samples.size() / GROUPS;
            for (int copy = 1; copy < OF_EACH; copy++) {
                for (int group = 0; group < GROUPS; group++) {
                    add(index, "C" + group * step + "R" + copy, rephrasing.rephrased(samples.get(group * step), null), all,
                            order);
                }
            }
            index.show();
            for (String each : order) {
                place(each, index, all);
            }
            Map<String, Long> sizes = topics.values().stream().filter(each -> each != null)
                    .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
            int found = 0;
            for (int group = 0; group < GROUPS; group++) {
                Map<String, Integer> members = new HashMap<>();
                for (int copy = 0; copy < OF_EACH; copy++) {
                    String topic = topics.get("C" + group * step + (copy == 0 ? "" : "R" + copy));
                    members.merge(topic == null ? "" : topic, topic == null ? 0 : 1, Integer::sum);
                }
                found += members.values().stream().anyMatch(each -> each >= HOT) ? 1 : 0;
            }
            System.out.printf("%d of %d planted groups found, %d topics, the largest with %d%n", found, GROUPS, sizes.size(),
                    Collections.max(sizes.values()));
            assertThat(found).isGreaterThanOrEqualTo(GROUPS * 8 / 10);
            assertThat(sizes.values()).allMatch(each -> each <= 2 * OF_EACH);
        }
    }

    private static void add(TrialIndex index, String number, Suggestion each, Map<String, Suggestion> all, List<String> order)
            throws IOException {
        index.add(number, each.title(), each.content());
        all.put(number, each);
        order.add(number);
    }

    private void place(String number, TrialIndex index, Map<String, Suggestion> all) {
        Suggestion asked = all.get(number);
        Said one = said(asked.title(), asked.content());
        Set<String> grams = new LinkedHashSet<>(one.all());
        grams.addAll(Grams.of(asked.title() + "\n" + asked.content()));
        synonyms.alternatives(asked.title() + "\n" + asked.content()).forEach(each -> grams.addAll(Grams.of(each)));
        Around around = index.around(new Probe(NearCases.gist(asked.title(), asked.content()), grams, false, null, number));
        List<Neighbour> neighbours = around.cases().stream()
                .map(each -> neighbour(one, each, around.weights(),
                        Placing.shared(asked.content(), all.get(each.number()).content())))
                .sorted((a, b) -> Double.compare(b.score(), a.score())).limit(NEAREST)
                .filter(each -> topics.containsKey(each.caseNumber())).toList();
        Place place = Placing.of(neighbours, topics::get);
        String topic = place.topic();
        if (place.with() != null) {
            topic = "T" + next++;
            topics.put(place.with(), topic);
        }
        topics.put(number, topic);
    }

    private Neighbour neighbour(Said one, Near other, Map<String, Double> weights, double shared) {
        return new Neighbour(other.number(), Likeness.of(one, said(other.title(), other.text()), weights, null), shared);
    }

    private Said said(String title, String content) {
        String canonical = synonyms.canonical(title);
        return Said.of(canonical, synonyms.canonical(content), Set.of());
    }
}
