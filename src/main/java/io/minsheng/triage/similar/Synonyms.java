package io.minsheng.triage.similar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * The synonym table as it counts now: the rows that come with the program, with the office's own in their place. Kept in memory
 * for a few seconds, so that a change on another node counts soon.
 */
@ApplicationScoped
public class Synonyms {

    private static final long REFRESH_NANOS = 10_000_000_000L;

    private final Map<String, List<String>> shipped = SynonymTable.shipped();
    private final SynonymRows rows;
    private volatile Snapshot snapshot;

    Synonyms(SynonymRows rows) {
        this.rows = rows;
    }

    private record Snapshot(SynonymTable table, long readAt) {
    }

    /**
     * A row of the table.
     *
     * @param word in which texts are compared
     * @param others words for the same; empty when the office has taken the row away
     * @param shipped whether the program brings a row for this word
     * @param own whether the office has changed, added or taken it away
     */
    public record Row(String word, List<String> others, boolean shipped, boolean own) {

        public boolean removed() {
            return others.isEmpty();
        }

        public String joined() {
            return String.join("、", others);
        }
    }

    /** Every row, those of the office first; also those it has taken away, so that they can be brought back. */
    @Transactional
    public List<Row> all() {
        Map<String, SynonymRow> own = new LinkedHashMap<>();
        rows.list("order by changedAt desc, word").forEach(each -> own.put(each.word(), each));
        List<Row> all = new ArrayList<>();
        own.values().forEach(each -> all.add(new Row(each.word(), each.others(), shipped.containsKey(each.word()), true)));
        shipped.forEach((word, others) -> {
            if (!own.containsKey(word)) {
                all.add(new Row(word, others, true, false));
            }
        });
        return all;
    }

    /** Words that the program brings a row for. */
    Set<String> shippedWords() {
        return shipped.keySet();
    }

    SynonymTable table() {
        Snapshot now = snapshot;
        if (now == null || System.nanoTime() - now.readAt() > REFRESH_NANOS) {
            Map<String, List<String>> counting = new LinkedHashMap<>();
            all().stream().filter(each -> !each.removed()).sorted(Comparator.comparing(Row::word))
                    .forEach(each -> counting.put(each.word(), each.others()));
            now = new Snapshot(new SynonymTable(counting), System.nanoTime());
            snapshot = now;
        }
        return now.table();
    }

    /** Forgets what is in memory, after a change. */
    void changed() {
        snapshot = null;
    }
}
