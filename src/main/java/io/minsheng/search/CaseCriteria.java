package io.minsheng.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.CaseNumber;

/** Turns a filter and the reader's rights (as {@code CaseAccess} has them for one case) into a condition over cases. */
final class CaseCriteria {

    private final StringJoiner where = new StringJoiner(" and ");
    private final Map<String, Object> parameters = new HashMap<>();

    private CaseCriteria() {
    }

    static CaseCriteria of(CaseFilter filter, Actor actor) {
        CaseCriteria criteria = new CaseCriteria();
        criteria.visible(actor);
        criteria.equal("stage", filter.stage());
        criteria.equal("category", filter.category());
        criteria.equal("township", filter.township());
        criteria.equal("channel", filter.channel());
        criteria.equal("campaign", filter.campaign());
        criteria.words(filter.q());
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
