package io.minsheng.proposal.index;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

import io.minsheng.calendar.Light;
import io.minsheng.platform.web.Paging;

/**
 * Full-text search over the cases, in Chinese: what stands between spaces or signs must stand in the case as it is, or
 * all of its words must. Nothing in what is typed is an instruction.
 */
@ApplicationScoped
public class SearchCases {

    /** The best first; only here, the register's own lists cannot tell. */
    public static final String RELEVANCE = "relevance";
    /** Department that has or had a task on the case. */
    public static final String DEPARTMENT = Field.DEPARTMENT;
    /** Red, yellow or green: how the most pressing of the open tasks stands now; a case without open tasks has none. */
    public static final String LIGHT = Field.LIGHT;
    /** Of the receipt, as 2024-10. */
    public static final String MONTH = Field.MONTH;
    /** What can be filtered by. */
    public static final Set<String> FACTS = Set.of(Field.STAGE, Field.CATEGORY, Field.TOWNSHIP, Field.CHANNEL, Field.CAMPAIGN,
            DEPARTMENT, LIGHT, MONTH);

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}\\p{S}&&[^-]]+");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]+(-[0-9]*)+");
    private static final float TITLE = 4;
    private static final float RUN = 3;
    private static final float FILES = 0.5f;

    private final KeepIndex index;
    private final InstantSource clock;
    private final FacetCounts facetCounts = new FacetCounts();

    SearchCases(KeepIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    /** Case numbers of a page, in its order, and how many there are in all. */
    public record Found(List<String> numbers, long total) {
    }

    /**
     * Waits a moment for what this node has changed before the call, so that it is found. To be called before anything is asked
     * of the database.
     */
    public void settle() {
        index.settle();
    }

    /**
     * A page of what is found; finds what this node committed before {@link #settle}.
     *
     * @return empty while the index is being built
     */
    public Optional<Found> page(CaseQuery query, Paging paging) {
        Query wanted = wanted(query);
        return index.read(searcher -> found(searcher, wanted, paging));
    }

    /**
     * How many of the cases found have which stage, category, township, channel, department, light and month. What is
     * filtered by one of these is counted for it as if it were not, so that people see where else they could look.
     *
     * @return by the names of {@link #FACTS} without the campaign, codes and how many, most first; empty while the index is
     *         being built
     */
    public Optional<Map<String, Map<String, Long>>> facets(CaseQuery query) {
        return index.read(searcher -> facetCounts.of(searcher, query, this::wanted));
    }

    static Found found(IndexSearcher searcher, Query wanted, Paging paging) throws java.io.IOException {
        long first = (long) paging.page() * paging.size();
        int all = searcher.getIndexReader().maxDoc();
        if (first >= all) {
            return new Found(List.of(), searcher.count(wanted));
        }
        // the collector makes room for as many as it is asked for
        int last = (int) Math.min(first + paging.size(), all);
        TopFieldDocs top = searcher.search(wanted, new TopFieldCollectorManager(sort(paging), last, Integer.MAX_VALUE));
        List<String> numbers = new ArrayList<>();
        for (int i = (int) first; i < top.scoreDocs.length; i++) {
            Document document = searcher.storedFields().document(top.scoreDocs[i].doc, Set.of(Field.NUMBER));
            numbers.add(document.get(Field.NUMBER));
        }
        return new Found(numbers, top.totalHits.value);
    }

    private static Sort sort(Paging paging) {
        SortField newest = new SortField(Field.RECEIVED_AT, SortField.Type.LONG, true);
        return switch (paging.sortField()) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, newest);
            case Field.RECEIVED_AT -> new Sort(new SortField(Field.RECEIVED_AT, SortField.Type.LONG, !paging.ascending()));
            default -> new Sort(new SortField(paging.sortField(), SortField.Type.STRING, !paging.ascending()), newest);
        };
    }

    Query wanted(CaseQuery query) {
        BooleanQuery.Builder wanted = new BooleanQuery.Builder();
        wanted.add(query.words() == null ? new MatchAllDocsQuery() : words(query.words(), query.reader().originals()),
                Occur.MUST);
        query.facts().forEach((name, value) -> {
            if (value != null) {
                wanted.add(name.equals(LIGHT) ? light(Light.valueOf(value), clock.instant())
                        : new TermQuery(new Term(name, value)), Occur.FILTER);
            }
        });
        if (!query.reader().all()) {
            wanted.add(visible(query.reader()), Occur.FILTER);
        }
        return wanted.build();
    }

    private static Query light(Light light, Instant now) {
        long at = now.toEpochMilli();
        Query red = LongField.newRangeQuery(Field.RED_AT, 0, at);
        Query yellow = LongField.newRangeQuery(Field.YELLOW_AT, 0, at);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        switch (light) {
            case RED -> query.add(red, Occur.MUST);
            case YELLOW -> query.add(yellow, Occur.MUST).add(red, Occur.MUST_NOT);
            case GREEN -> query.add(LongField.newRangeQuery(Field.YELLOW_AT, at + 1, Long.MAX_VALUE), Occur.MUST)
                    .add(red, Occur.MUST_NOT);
        }
        return query.build();
    }

    static Query visible(CaseQuery.Reader reader) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        if (reader.desk() != null) {
            either.add(new TermQuery(new Term(Field.DESK, reader.desk())), Occur.SHOULD);
        }
        if (!reader.numbers().isEmpty()) {
            either.add(new TermInSetQuery(Field.NUMBER, reader.numbers().stream().map(BytesRef::new).toList()), Occur.SHOULD);
        }
        return either.build();
    }

    private static Query words(String typed, boolean files) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean any = false;
        for (String part : BETWEEN.split(typed)) {
            Optional<Query> query = part(part, files);
            if (query.isPresent()) {
                all.add(query.get(), Occur.MUST);
                any = true;
            }
        }
        return any ? all.build() : new MatchNoDocsQuery("no words");
    }

    private static Optional<Query> part(String part, boolean files) {
        QueryBuilder runs = new QueryBuilder(Analysis.runs());
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        Map<String, Float> fields = Map.of(Field.TITLE, TITLE * RUN, Field.PUBLIC_TITLE, RUN, Field.PLACE, RUN, Field.TEXT,
                RUN);
        fields.forEach((field, boost) -> add(either, runs.createPhraseQuery(field, part), boost));
        QueryBuilder words = new QueryBuilder(Analysis.words());
        add(either, words.createBooleanQuery(Field.WORDS, part, Occur.MUST), 1);
        if (files) {
            add(either, runs.createPhraseQuery(Field.FILES, part), 1);
            add(either, words.createBooleanQuery(Field.WORDS_AND_FILES, part, Occur.MUST), FILES);
        }
        String number = part.toUpperCase(Locale.ROOT);
        if (NUMBER.matcher(number).matches()) {
            either.add(new PrefixQuery(new Term(Field.NUMBER, number)), Occur.SHOULD);
        }
        BooleanQuery query = either.build();
        return query.clauses().isEmpty() ? Optional.empty() : Optional.of(query);
    }

    private static void add(BooleanQuery.Builder either, Query query, float boost) {
        if (query != null) {
            either.add(new BoostQuery(query, boost), Occur.SHOULD);
        }
    }
}
