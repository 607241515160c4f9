package io.minsheng.search;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.index.CaseQuery;
import io.minsheng.proposal.index.Readers;
import io.minsheng.proposal.index.SearchCases;

/**
 * The cases that a person may see. One statement for the page, one for its total; no texts but titles are read. Words are
 * looked for in the index, within the reader's rights; what it finds is read from the register under the same
 * rights once more.
 */
@ApplicationScoped
public class ListCases {

    /** Fields to sort by. */
    public static final Map<String, String> SORTS = Map.of("receivedAt", "receivedAt", "caseNumber", "caseNumber", "title",
            "title", "stage", "stage", "category", "category", "township", "township", "channel", "channel",
            SearchCases.RELEVANCE, SearchCases.RELEVANCE);

    private static final String ROWS = """
            select new io.minsheng.search.CaseRow(p.caseNumber, p.title, p.category, p.township, p.channel, p.campaign,
            p.stage, p.receivedAt, p.late, p.urgent, p.disposition) from Proposal p where\s""";
    public static final String DEFAULT_SORT = "receivedAt,desc";
    private static final String BEST_FIRST = SearchCases.RELEVANCE + ",desc";

    private final EntityManager entities;
    private final SearchCases search;
    private final Readers readers;
    private final KnownCodes known;
    private final InstantSource clock;

    ListCases(EntityManager entities, SearchCases search, Readers readers, KnownCodes known, InstantSource clock) {
        this.known = known;
        this.clock = clock;
        this.entities = entities;
        this.search = search;
        this.readers = readers;
    }

    /**
     * Which part of a list is wanted; without a wish the newest come first, of what is searched for the best.
     *
     * @throws io.minsheng.platform.error.Refusal 400
     */
    public static Paging paging(CaseFilter filter, Integer page, Integer size, String sort) {
        Paging wanted = Paging.of(page, size, sort, SORTS, filter.hasWords() ? BEST_FIRST : DEFAULT_SORT);
        // without words all are equally relevant, and the register has no such order
        return filter.hasWords() || !wanted.sortField().equals(SearchCases.RELEVANCE) ? wanted
                : new Paging(wanted.page(), wanted.size(), "receivedAt", wanted.ascending());
    }

    /**
     * A page of them. While the index is being built, words are looked for in titles only.
     *
     * @throws io.minsheng.platform.error.Refusal 400 unknown category, township, campaign or department
     */
    @Transactional
    public Page<CaseRow> page(CaseFilter filter, Actor actor, Paging paging) {
        known.require(filter);
        settle(filter);
        Optional<SearchCases.Found> found = filter.needsIndex() ? search.page(query(filter, actor), paging) : Optional.empty();
        return found.map(each -> rows(each, actor, paging)).orElseGet(() -> rows(filter, actor, paging));
    }

    /**
     * How many of the cases found have which stage, category, township, channel, department, light and month; what is
     * filtered by one of these is counted for it as if it were not.
     *
     * @return codes and how many, most first; empty for a single case, and while the index is being built
     */
    @Transactional
    public Map<String, Map<String, Long>> facets(CaseFilter filter, Actor actor) {
        known.require(filter);
        search.settle();
        return filter.q() != null && !filter.hasWords() ? Map.of()
                : search.facets(query(filter, actor)).orElse(Map.of());
    }

    /**
     * The numbers of all cases of a list, in its order.
     *
     * @param most how many at most
     */
    @Transactional
    public List<String> numbers(CaseFilter filter, Actor actor, Paging order, int most) {
        known.require(filter);
        settle(filter);
        Paging all = new Paging(0, most, order.sortField(), order.ascending());
        Optional<SearchCases.Found> found = filter.needsIndex() ? search.page(query(filter, actor), all) : Optional.empty();
        return found.map(SearchCases.Found::numbers).orElseGet(() -> {
            CaseCriteria criteria = CaseCriteria.of(filter, actor, clock.instant());
            return query("select p.caseNumber from Proposal p where " + criteria.where() + order(all), criteria, String.class)
                    .setMaxResults(most).getResultList();
        });
    }

    /** Before a connection is taken: others may need it to go on. */
    private void settle(CaseFilter filter) {
        if (filter.needsIndex()) {
            search.settle();
        }
    }

    private CaseQuery query(CaseFilter filter, Actor actor) {
        return new CaseQuery(filter.hasWords() ? filter.q() : null, filter.facts(), readers.of(actor));
    }

    private Page<CaseRow> rows(SearchCases.Found found, Actor actor, Paging paging) {
        if (found.numbers().isEmpty()) {
            return Page.of(List.of(), found.total(), paging);
        }
        CaseCriteria criteria = CaseCriteria.among(found.numbers(), actor);
        List<CaseRow> rows = query(ROWS + criteria.where(), criteria, CaseRow.class).getResultList();
        return Page.of(shown(rows.stream().sorted(Comparator.comparing(row -> found.numbers().indexOf(row.caseNumber())))
                .toList(), actor), found.total(), paging);
    }

    private Page<CaseRow> rows(CaseFilter filter, Actor actor, Paging paging) {
        CaseCriteria criteria = CaseCriteria.of(filter, actor, clock.instant());
        List<CaseRow> rows = query(ROWS + criteria.where() + order(paging), criteria, CaseRow.class)
                .setFirstResult(paging.page() * paging.size()).setMaxResults(paging.size())
                .getResultList();
        long total = query("select count(p) from Proposal p where " + criteria.where(), criteria, Long.class)
                .getSingleResult();
        return Page.of(shown(rows, actor), total, paging);
    }

    private static String order(Paging paging) {
        String direction = paging.ascending() ? " asc" : " desc";
        String field = paging.sortField().equals(SearchCases.RELEVANCE) ? "receivedAt" : paging.sortField();
        return " order by p." + field + direction + ", p.id" + direction;
    }

    /** Those of the cases with these numbers that the person may see, in the order of their receipt. */
    @Transactional
    public List<CaseRow> named(List<String> caseNumbers, Actor actor) {
        if (caseNumbers.isEmpty()) {
            return List.of();
        }
        CaseCriteria criteria = CaseCriteria.among(caseNumbers, actor);
        return shown(query(ROWS + criteria.where() + " order by p.receivedAt, p.id", criteria, CaseRow.class).getResultList(),
                actor);
    }

    private static List<CaseRow> shown(List<CaseRow> rows, Actor actor) {
        boolean originals = actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.REGISTRAR);
        return originals ? rows : rows.stream().map(row -> row.withTitle(Masking.freeText(row.title()))).toList();
    }

    private <T> TypedQuery<T> query(String jpql, CaseCriteria criteria, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(jpql, type);
        criteria.parameters().forEach(query::setParameter);
        return query;
    }
}
