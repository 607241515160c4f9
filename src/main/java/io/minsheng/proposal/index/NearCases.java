package io.minsheng.proposal.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

import io.minsheng.proposal.Stage;

/**
 * Finds the cases around a text, by the pairs of characters they share and by the direction of their sentence vectors. Only a
 * choice from which to choose: how alike they are is for triage to say.
 */
@ApplicationScoped
public class NearCases {

    private static final int CHOICE = 50;
    /** The rarest of a text lead to what is like it; each more costs time in proportion to the cases that hold it. */
    private static final int MOST_GRAMS = 64;
    private static final float TITLE = 2;
    private static final Set<String> STORED = Set.of(Field.NUMBER, Field.CAMPAIGN, Field.CATEGORY, Field.TOWNSHIP, Field.STAGE,
            Field.PUBLIC_STAGE, Field.TITLE, Field.PUBLIC_TITLE, Field.PLACE, Field.TEXT);

    /** The most of a text that says what it is about; sentence vectors take no more. */
    private static final int GIST = 256;

    private final KeepIndex index;
    private final SentenceModel model;

    NearCases(KeepIndex index, SentenceModel model) {
        this.index = index;
        this.model = model;
    }

    /**
     * Around what.
     *
     * @param gist what the sentence vector is made of
     * @param grams pairs of characters to look for, those that matter most first
     * @param shown public cases only
     * @param reader who asks; null for the public
     * @param except number of a case to leave out, or null
     */
    public record Probe(String gist, Set<String> grams, boolean shown, CaseQuery.Reader reader, String except) {
    }

    /**
     * A case nearby; texts masked.
     *
     * @param title the author's
     * @param publicTitle or null
     * @param meaning null where it is not known: there is no sentence model, or the case has no vectors yet
     */
    public record Near(String number, String campaign, String township, Stage stage, Stage publicStage, String title,
            String publicTitle, String place, String text, Meaning meaning) {
    }

    /**
     * How near the gist of what asks is, as cosines of the angles between sentence vectors.
     *
     * @param gist to the gist of the case
     * @param title to its title
     */
    public record Meaning(double gist, double title) {
    }

    /**
     * The cases nearby.
     *
     * @param weights how much it says that two texts share one of the grams asked for: the rarer, the more
     */
    public record Around(List<Near> cases, Map<String, Double> weights) {
    }

    /** Title and beginning of a content. */
    public static String gist(String title, String content) {
        String text = title + "\n" + content;
        return text.codePointCount(0, text.length()) <= GIST ? text : text.substring(0, text.offsetByCodePoints(0, GIST));
    }

    /** Waits a moment for what this node has changed before the call. To be called before anything is asked of the database. */
    public void settle() {
        index.settle();
    }

    /** Empty while the index is being built. */
    public Optional<Around> around(Probe probe) {
        float[] vector = model.vector(probe.gist()).orElse(null);
        return index.read(searcher -> around(searcher, probe, vector));
    }

    static Around around(IndexSearcher searcher, Probe probe, float[] vector) throws IOException {
        Map<String, Integer> frequencies = frequencies(searcher, probe.grams());
        Query filter = filter(probe);
        Set<Integer> numbers = new LinkedHashSet<>();
        for (ScoreDoc found : searcher.search(byGrams(frequencies, filter), CHOICE + 1).scoreDocs) {
            numbers.add(found.doc);
        }
        if (vector != null) {
            Query nearest = new KnnFloatVectorQuery(Field.VECTOR, vector, CHOICE + 1, filter);
            for (ScoreDoc found : searcher.search(nearest, CHOICE + 1).scoreDocs) {
                numbers.add(found.doc);
            }
        }
        List<Near> cases = new ArrayList<>();
        for (int number : numbers) {
            Near near = near(searcher, number, vector);
            if (!near.number().equals(probe.except())) {
                cases.add(near);
            }
        }
        return new Around(cases, weights(searcher, frequencies));
    }

    /** How many cases hold each gram. */
    private static Map<String, Integer> frequencies(IndexSearcher searcher, Set<String> grams) throws IOException {
        Map<String, Integer> frequencies = new HashMap<>();
        for (String gram : grams) {
            frequencies.put(gram, searcher.getIndexReader().docFreq(new Term(Field.TEXT, gram)));
        }
        return frequencies;
    }

    private static Map<String, Double> weights(IndexSearcher searcher, Map<String, Integer> frequencies) {
        // with what was replaced and is not cleared away yet, as the frequencies count it too
        double all = searcher.getIndexReader().maxDoc() + 1.0;
        Map<String, Double> weights = new HashMap<>();
        // what nobody wrote weighs no more than what one did
        frequencies.forEach((gram, frequency) -> weights.put(gram, Math.log(1 + all / (1 + Math.max(1, frequency)))));
        return weights;
    }

    /** What nobody wrote leads nowhere: it would only take the place of what somebody did. */
    private static Query byGrams(Map<String, Integer> frequencies, Query filter) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        frequencies.entrySet().stream().filter(each -> each.getValue() > 0).sorted(Map.Entry.comparingByValue())
                .limit(MOST_GRAMS).map(Map.Entry::getKey).forEach(gram -> {
                    any.add(new TermQuery(new Term(Field.TEXT, gram)), Occur.SHOULD);
                    any.add(new BoostQuery(new TermQuery(new Term(Field.TITLE, gram)), TITLE), Occur.SHOULD);
                });
        return filter == null ? any.build()
                : new BooleanQuery.Builder().add(any.build(), Occur.MUST).add(filter, Occur.FILTER).build();
    }

    /** Null where everything may be found, which spares looking at every case. */
    private static Query filter(Probe probe) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder();
        if (probe.shown()) {
            filter.add(new TermQuery(new Term(Field.SHOWN, CaseDocuments.YES)), Occur.FILTER);
        }
        if (probe.reader() != null && !probe.reader().all()) {
            filter.add(SearchCases.visible(probe.reader()), Occur.FILTER);
        }
        BooleanQuery built = filter.build();
        return built.clauses().isEmpty() ? null : built;
    }

    private static Near near(IndexSearcher searcher, int number, float[] vector) throws IOException {
        Document kept = searcher.storedFields().document(number, STORED);
        Meaning meaning = vector == null ? null
                : CaseIndex.vectors(searcher, number)
                        .map(other -> new Meaning(other.cosineToGist(vector), other.cosineToTitle(vector))).orElse(null);
        return new Near(kept.get(Field.NUMBER), kept.get(Field.CAMPAIGN), kept.get(Field.TOWNSHIP),
                Stage.valueOf(kept.get(Field.STAGE)), Stage.valueOf(kept.get(Field.PUBLIC_STAGE)), kept.get(Field.TITLE),
                kept.get(Field.PUBLIC_TITLE), kept.get(Field.PLACE), kept.get(Field.TEXT), meaning);
    }
}
