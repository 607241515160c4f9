package io.minsheng.proposal.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

import io.minsheng.calendar.Light;

/**
 * Counts the cases of a search by what they can be filtered by. Which values a field has in one state of the index is gathered
 * once and kept as long as that state is read.
 */
final class FacetCounts {

    private static final List<String> KEPT = List.of(Field.STAGE, Field.CATEGORY, Field.TOWNSHIP, Field.CHANNEL,
            Field.DEPARTMENT, Field.MONTH);

    private final Map<IndexReader.CacheKey, Map<String, StringDocValuesReaderState>> values = new ConcurrentHashMap<>();

    /** See {@link SearchCases#facets}. */
    Map<String, Map<String, Long>> of(IndexSearcher searcher, CaseQuery query, Function<CaseQuery, Query> wanted)
            throws IOException {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        FacetsCollector all = collected(searcher, wanted.apply(query));
        for (String field : KEPT) {
            counts.put(field, counts(searcher, field, query.facts().get(field) == null ? all
                    : collected(searcher, wanted.apply(query.with(field, null)))));
        }
        counts.put(Field.LIGHT, lights(searcher, query, wanted));
        return counts;
    }

    private static FacetsCollector collected(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(query, new FacetsCollectorManager());
    }

    private Map<String, Long> counts(IndexSearcher searcher, String field, FacetsCollector cases) throws IOException {
        StringDocValuesReaderState state = values(searcher.getIndexReader(), field);
        FacetResult result = new StringValueFacetCounts(state, cases).getAllChildren(field);
        return result == null ? Map.of()
                : Arrays.stream(result.labelValues)
                        .sorted(Comparator.comparing((LabelAndValue each) -> -each.value.longValue())
                                .thenComparing(each -> each.label))
                        .collect(Collectors.toMap(each -> each.label, each -> each.value.longValue(), Long::sum,
                                LinkedHashMap::new));
    }

    private StringDocValuesReaderState values(IndexReader reader, String field) throws IOException {
        IndexReader.CacheHelper state = reader.getReaderCacheHelper();
        Map<String, StringDocValuesReaderState> kept = values.get(state.getKey());
        if (kept == null) {
            kept = values.computeIfAbsent(state.getKey(), key -> new ConcurrentHashMap<>());
            state.addClosedListener(values::remove);
        }
        StringDocValuesReaderState found = kept.get(field);
        if (found == null) {
            found = new StringDocValuesReaderState(reader, field);
            kept.put(field, found);
        }
        return found;
    }

    /** They change with time, so they are asked for and not kept. */
    private static Map<String, Long> lights(IndexSearcher searcher, CaseQuery query, Function<CaseQuery, Query> wanted)
            throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Light light : List.of(Light.RED, Light.YELLOW, Light.GREEN)) {
            long count = searcher.count(wanted.apply(query.with(Field.LIGHT, light.name())));
            if (count > 0) {
                counts.put(light.name(), count);
            }
        }
        return counts;
    }
}
