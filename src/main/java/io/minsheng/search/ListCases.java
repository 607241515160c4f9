package io.minsheng.search;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;

/** The cases that a person may see. One statement for the page, one for its total; no texts but titles are read. */
@ApplicationScoped
public class ListCases {

    /** Fields to sort by. */
    public static final Map<String, String> SORTS = Map.of("receivedAt", "receivedAt", "caseNumber", "caseNumber", "title",
            "title", "stage", "stage", "category", "category", "township", "township", "channel", "channel");
    public static final String DEFAULT_SORT = "receivedAt,desc";

    private final EntityManager entities;

    ListCases(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public Page<CaseRow> page(CaseFilter filter, Actor actor, Paging paging) {
        CaseCriteria criteria = CaseCriteria.of(filter, actor);
        String direction = paging.ascending() ? " asc" : " desc";
        List<CaseRow> rows = query("""
                select new io.minsheng.search.CaseRow(p.caseNumber, p.title, p.category, p.township, p.channel, p.campaign,
                p.stage, p.receivedAt, p.late, p.urgent, p.disposition) from Proposal p where """ + " " + criteria.where()
                + " order by p." + paging.sortField() + direction + ", p.id" + direction, criteria, CaseRow.class)
                .setFirstResult(paging.page() * paging.size()).setMaxResults(paging.size()).getResultList();
        long total = query("select count(p) from Proposal p where " + criteria.where(), criteria, Long.class)
                .getSingleResult();
        boolean originals = actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.REGISTRAR);
        return Page.of(originals ? rows : rows.stream().map(row -> row.withTitle(Masking.freeText(row.title()))).toList(),
                total, paging);
    }

    private <T> TypedQuery<T> query(String jpql, CaseCriteria criteria, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(jpql, type);
        criteria.parameters().forEach(query::setParameter);
        return query;
    }
}
