package io.minsheng.search;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.web.Paging;

/**
 * The cases before and after one in a filtered list. In the register they are found by the order, not by counting; of what is
 * searched for by words the first thousand are looked through.
 */
@ApplicationScoped
public class FindCaseNeighbours {

    private static final int LOOKED_THROUGH = 1000;

    private final EntityManager entities;
    private final ListCases listCases;
    private final InstantSource clock;

    FindCaseNeighbours(EntityManager entities, ListCases listCases, InstantSource clock) {
        this.clock = clock;
        this.entities = entities;
        this.listCases = listCases;
    }

    /** Either may be null. */
    public record Sides(CaseRow previous, CaseRow next) {
    }

    /** Around a case, whether it is still in the list or not. */
    @Transactional
    public Sides of(String caseNumber, CaseFilter filter, Actor actor, Paging paging) {
        if (filter.needsIndex()) {
            List<String> found = listCases.numbers(filter, actor, paging, LOOKED_THROUGH);
            int at = found.indexOf(caseNumber);
            return named(at > 0 ? found.get(at - 1) : null, at >= 0 && at + 1 < found.size() ? found.get(at + 1) : null, actor);
        }
        List<Object[]> own = entities.createQuery(
                "select p.id, p." + paging.sortField() + " from Proposal p where p.caseNumber = :number", Object[].class)
                .setParameter("number", caseNumber).getResultList();
        if (own.isEmpty()) {
            return new Sides(null, null);
        }
        return named(beside(own.get(0), true, filter, actor, paging), beside(own.get(0), false, filter, actor, paging), actor);
    }

    private String beside(Object[] own, boolean before, CaseFilter filter, Actor actor, Paging paging) {
        String sign = before == paging.ascending() ? "<" : ">";
        String field = "p." + paging.sortField();
        CaseCriteria criteria = CaseCriteria.of(filter, actor, clock.instant());
        if (own[1] == null) {
            criteria.and(field + " is null and p.id " + sign + " :id", "id", own[0]);
        } else {
            criteria.and("(" + field + " " + sign + " :value or " + field + " = :value and p.id " + sign + " :id)", "value",
                    own[1]).and("p.id <> :id", "id", own[0]);
        }
        String direction = paging.ascending() == before ? " desc" : " asc";
        TypedQuery<String> query = entities.createQuery("select p.caseNumber from Proposal p where " + criteria.where()
                + " order by " + field + direction + ", p.id" + direction, String.class);
        criteria.parameters().forEach(query::setParameter);
        return query.setMaxResults(1).getResultStream().findFirst().orElse(null);
    }

    private Sides named(String previous, String next, Actor actor) {
        Map<String, CaseRow> rows = listCases
                .named(Stream.of(previous, next).filter(each -> each != null).toList(), actor).stream()
                .collect(Collectors.toMap(CaseRow::caseNumber, Function.identity()));
        return new Sides(rows.get(previous), rows.get(next));
    }
}
