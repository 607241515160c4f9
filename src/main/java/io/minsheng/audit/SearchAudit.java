package io.minsheng.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;

/** Finds entries by time, case, actor and action; the newest first. */
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
     */
    public record Wanted(Instant from, Instant to, String caseNumber, String actor, String action) {
    }

    public PanacheQuery<AuditEntry> find(Wanted wanted) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        add("at >= :from", "from", wanted.from(), conditions, values);
        add("at < :to", "to", wanted.to(), conditions, values);
        add("caseNumber = :caseNumber", "caseNumber", wanted.caseNumber(), conditions, values);
        add("actor = :actor", "actor", wanted.actor(), conditions, values);
        add("action = :action", "action", wanted.action(), conditions, values);
        Sort order = Sort.descending("at", "id");
        return conditions.isEmpty() ? entries.findAll(order) : entries.find(String.join(" and ", conditions), order, values);
    }

    private static void add(String condition, String name, Object value, List<String> conditions, Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
