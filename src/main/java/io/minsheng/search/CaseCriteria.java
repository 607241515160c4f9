package io.minsheng.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.CaseNumber;

/** Turns a filter and the reader's rights (as {@code CaseAccess} has them for one case) into a condition over cases. */
final class CaseCriteria {

    private final StringJoiner where = new StringJoiner(" and ");
    private final Map<String, Object> parameters = new HashMap<>();

    private CaseCriteria() {
    }

    static CaseCriteria of(CaseFilter filter, Actor actor, Instant now) {
        CaseCriteria criteria = new CaseCriteria();
        criteria.visible(actor);
        criteria.equal("stage", filter.stage());
        criteria.equal("category", filter.category());
        criteria.equal("township", filter.township());
        criteria.equal("channel", filter.channel());
        criteria.equal("campaign", filter.campaign());
        criteria.words(filter.q());
        criteria.handling(filter, now);
        return criteria;
    }

    /** Some cases, as far as the actor may see them. */
    static CaseCriteria among(List<String> numbers, Actor actor) {
        CaseCriteria criteria = new CaseCriteria();
        criteria.visible(actor);
        criteria.where.add("p.caseNumber in :numbers");
        criteria.parameters.put("numbers", numbers);
        return criteria;
    }

    private void visible(Actor actor) {
        if (actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER)) {
            where.add("1 = 1");
            return;
        }
        List<String> either = new ArrayList<>();
        if (actor.has(Role.REGISTRAR) && actor.organisation() != null) {
            either.add("p.desk = :own");
        }
        if (actor.has(Role.DEPARTMENT) && actor.organisation() != null) {
            either.add("p.caseNumber in (select i.caseNumber from WorkItem i where i.organisation = :own)");
        }
        if (either.isEmpty()) {
            where.add("1 = 0");
        } else {
            where.add("(" + String.join(" or ", either) + ")");
            parameters.put("own", actor.organisation());
        }
    }

    /** As the index has it; asked of the register only while the index is being built, and for a single case. */
    private void handling(CaseFilter filter, Instant now) {
        if (filter.department() != null) {
            and("p.caseNumber in (select d.caseNumber from WorkItem d where d.organisation = :department)", "department",
                    filter.department());
        }
        if (filter.month() != null) {
            and("p.receivedAt >= :from", "from", Shanghai.startOf(filter.month().atDay(1)))
                    .and("p.receivedAt < :to", "to", Shanghai.startOf(filter.month().plusMonths(1).atDay(1)));
        }
        if (filter.light() != null) {
            String open = "exists (select 1 from WorkItem l where l.caseNumber = p.caseNumber and l.endedAt is null and l.frozen = false";
            String red = open + " and (l.urgent = true or l.dueAt <= :now))";
            String yellow = open + " and l.yellowAt <= :now)";
            and(switch (filter.light()) {
                case RED -> red;
                case YELLOW -> "not " + red + " and " + yellow;
                case GREEN -> "not " + red + " and not " + yellow + " and " + open + ")";
            }, "now", now);
        }
    }

    private void equal(String property, Object value) {
        if (value != null) {
            where.add("p." + property + " = :" + property);
            parameters.put(property, value);
        }
    }

    /** A whole case number is found by its index; other words come here only while the search index is being built. */
    private void words(String q) {
        if (q == null) {
            return;
        }
        String number = q.toUpperCase(Locale.ROOT);
        if (CaseNumber.isValid(number)) {
            where.add("p.caseNumber = :q");
            parameters.put("q", number);
        } else {
            where.add("(lower(p.title) like :q escape '!' or p.caseNumber like :begin escape '!')");
            parameters.put("q", "%" + escaped(q.toLowerCase(Locale.ROOT)) + "%");
            parameters.put("begin", escaped(number) + "%");
        }
    }

    /** One more condition with its parameter. */
    CaseCriteria and(String condition, String name, Object value) {
        where.add(condition);
        parameters.put(name, value);
        return this;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
