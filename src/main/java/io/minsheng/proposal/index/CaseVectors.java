package io.minsheng.proposal.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** The sentence vectors of cases, as far as the index has them already. */
@ApplicationScoped
public class CaseVectors {

    private final KeepIndex index;

    CaseVectors(KeepIndex index) {
        this.index = index;
    }

    /** By case number; cases without one are left out. */
    public Map<String, float[]> of(Collection<String> caseNumbers) {
        return index.read(searcher -> {
            Map<String, float[]> vectors = new HashMap<>();
            for (String number : caseNumbers) {
                TopDocs found = searcher.search(new TermQuery(new Term(Field.NUMBER, number)), 1);
                if (found.scoreDocs.length > 0) {
                    CaseIndex.vector(searcher, found.scoreDocs[0].doc).ifPresent(vector -> vectors.put(number, vector));
                }
            }
            return vectors;
        }).orElse(Map.of());
    }
}
