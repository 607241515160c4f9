package io.minsheng.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.proposal.Stage;

/**
 * The cases that items stand for: those they hold, and for a frozen list those that they held when it was frozen. Two
 * statements, however many items, and no long texts.
 */
@ApplicationScoped
class CasesOfItem {

    private static final Comparator<Case> ORDER = Comparator.comparing(Case::receivedAt).thenComparing(Case::id);

    private final EntityManager entities;

    CasesOfItem(EntityManager entities) {
        this.entities = entities;
    }

    /** What lists show of a case. */
    record Case(String id, String caseNumber, String title, Stage stage, Instant receivedAt) {
    }

    /** By the id of the item, in the order of their receipt; an item without cases has an empty list. */
    Map<String, List<Case>> of(Collection<CandidateItem> items) {
        Map<String, List<Case>> cases = new HashMap<>();
        items.forEach(each -> cases.put(each.id(), new ArrayList<>()));
        if (!items.isEmpty()) {
            add(cases, """
                    select p.candidateItem, p.id, p.caseNumber, p.title, p.stage, p.receivedAt
                    from Proposal p where p.candidateItem in :items""");
            add(cases, """
                    select i.id, p.id, p.caseNumber, p.title, p.stage, p.receivedAt
                    from CandidateItem i join i.formerCases f, Proposal p where p.id = f and i.id in :items""");
            cases.values().forEach(each -> each.sort(ORDER));
        }
        return cases;
    }

    private void add(Map<String, List<Case>> cases, String statement) {
        entities.createQuery(statement, Object[].class).setParameter("items", cases.keySet()).getResultList()
                .forEach(row -> cases.get(row[0]).add(new Case((String) row[1], (String) row[2], (String) row[3],
                        (Stage) row[4], (Instant) row[5])));
    }
}
