package io.minsheng.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.quarkus.hibernate.orm.panache.PanacheQuery;

/** Finds entries by time and case. */
@ApplicationScoped
public class SearchAudit {

    private final AuditEntries entries;

    SearchAudit(AuditEntries entries) {
        this.entries = entries;
    }

    /**
     * What is looked for; null means any.
     *
     * @param from the first instant
     * @param to the first instant that is too late
     * @param caseNumber the whole number
     */
    public record Wanted(Instant from, Instant to, String caseNumber) {
    }

    public Page<AuditEntry> page(Wanted wanted, Paging paging) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        add("at >= :from", "from", wanted.from(), conditions, values);
        add("at < :to", "to", wanted.to(), conditions, values);
        boolean oneCase = wanted.caseNumber() != null && !wanted.caseNumber().isBlank();
        add("caseNumber = :caseNumber", "caseNumber", oneCase ? wanted.caseNumber().strip() : null, conditions, values);
        PanacheQuery<AuditEntry> found = conditions.isEmpty() ? entries.findAll(paging.order())
                : entries.find(String.join(" and ", conditions), paging.order(), values);
        return Page.of(found.page(paging.page(), paging.size()).list(), found.count(), paging);
    }

    private static void add(String condition, String name, Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
