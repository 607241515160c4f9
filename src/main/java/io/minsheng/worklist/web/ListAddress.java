package io.minsheng.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.minsheng.platform.web.ListQuery;
import io.minsheng.platform.web.Paging;
import io.minsheng.worklist.Assigned;
import io.minsheng.worklist.ListTasks;
import io.minsheng.worklist.TaskFilter;
import io.quarkus.qute.TemplateData;

/**
 * The address of the work list with its filter, as typed; empty parts are left out.
 *
 * @param tab one of {@link #TABS}
 */
@TemplateData
public record ListAddress(String tab, String queue, String light, String q, String campaign, String sort) {

    static final List<String> TABS = List.of("mine", "group", "absent", "all");
    static final String PATH = "/staff";

    /** From {@link #href}; the tab is one of the known. */
    static ListAddress parse(String href) {
        Map<String, String> parts = ListQuery.parts(href);
        return new ListAddress(TABS.contains(parts.getOrDefault("tab", "")) ? parts.get("tab") : "all", parts.get("queue"),
                parts.get("light"), parts.get("q"), parts.get("campaign"), parts.get("sort"));
    }

    /** Below the site's root, ending in {@code &}, for the pager. */
    public String href() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("tab", tab);
        parts.put("queue", queue);
        parts.put("light", light);
        parts.put("q", q);
        parts.put("campaign", campaign);
        parts.put("sort", sort);
        return ListQuery.href(PATH, parts);
    }

    /**
     * Which tasks it shows.
     *
     * @throws io.minsheng.platform.error.Refusal 400
     */
    TaskFilter filter() {
        TaskFilter filter = TaskFilter.parse(queue, null, light, q, campaign);
        return switch (tab) {
            case "mine" -> filter.assignedTo(Assigned.ME);
            case "group" -> filter.assignedTo(Assigned.NONE).workableOnly();
            case "absent" -> filter.assignedTo(Assigned.ABSENT);
            default -> filter;
        };
    }

    /**
     * Which part of it.
     *
     * @throws io.minsheng.platform.error.Refusal 400
     */
    Paging paging(Integer page, int size) {
        return Paging.of(page, size, sort, ListTasks.SORTS, ListTasks.DEFAULT_SORT);
    }

    public ListAddress inTab(String other) {
        return new ListAddress(other, null, null, null, null, sort);
    }

    public ListAddress inQueue(String other) {
        return new ListAddress(tab, other, light, q, campaign, sort);
    }

    /** Whether anything narrows the list down. */
    public boolean filtered() {
        return ListQuery.given(queue) || ListQuery.given(light) || ListQuery.given(q) || ListQuery.given(campaign);
    }
}
