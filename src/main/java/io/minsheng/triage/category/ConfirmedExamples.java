package io.minsheng.triage.category;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.minsheng.platform.text.Masking;
import io.minsheng.proposal.index.CaseVectors;

/** The newest cases that the office has accepted under a category; what they say is masked. */
@ApplicationScoped
class ConfirmedExamples {

    private static final int MOST = 2_000;

    private final EntityManager entities;
    private final CaseVectors vectors;

    ConfirmedExamples(EntityManager entities, CaseVectors vectors) {
        this.entities = entities;
        this.vectors = vectors;
    }

    /**
     * One of them.
     *
     * @param gist vector of its gist, or null
     */
    record Confirmed(Example example, float[] gist) {
    }

    private record Row(String number, String category, String title, String content) {
    }

    /** Changes whenever one is confirmed. */
    @Transactional
    String mark() {
        Object[] row = (Object[]) entities
                .createQuery("select count(r), max(r.id) from TriageRuling r where r.outcome = ACCEPT").getSingleResult();
        return row[0] + "." + row[1];
    }

    /** With the vectors of their gists, as far as the index has them. */
    List<Confirmed> all() {
        List<Row> rows = rows();
        Map<String, float[]> known = vectors.of(rows.stream().map(Row::number).toList());
        return rows.stream().map(each -> new Confirmed(new Example(each.category(), Masking.freeText(each.title()),
                Masking.freeText(each.content()), null), known.get(each.number()))).toList();
    }

    @Transactional
    List<Row> rows() {
        return entities.createQuery("select p.caseNumber, p.category, p.title, p.content, p.id from Proposal p"
                + " where p.id in (select r.proposalId from TriageRuling r where r.outcome = ACCEPT) order by p.id desc",
                Object[].class).setMaxResults(MOST).getResultList().stream()
                .map(row -> new Row((String) row[0], (String) row[1], (String) row[2], (String) row[3])).toList();
    }
}
