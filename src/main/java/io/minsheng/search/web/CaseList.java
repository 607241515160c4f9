package io.minsheng.search.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MultivaluedMap;

import io.minsheng.platform.web.ListQuery;
import io.minsheng.search.CaseFilter;
import io.quarkus.qute.TemplateData;

/**
 * The filter of the list as typed, and the address that leads there again.
 *
 * @param parts by the names of {@link CaseFilter#PARTS}; empty ones may be missing
 */
@TemplateData
public record CaseList(Map<String, String> parts, String sort) {

    static final String PATH = "/staff/cases";
    private static final String SORT = "sort";

    /** Of the query of a page; what is no part of the filter is left out. */
    static CaseList of(MultivaluedMap<String, String> query) {
        Map<String, String> parts = new LinkedHashMap<>();
        CaseFilter.PARTS.forEach(each -> parts.put(each, query.getFirst(each)));
        return new CaseList(parts, query.getFirst(SORT));
    }

    /** From {@link #href}. */
    static CaseList parse(String href) {
        Map<String, String> parts = ListQuery.parts(href);
        return new CaseList(parts, parts.get(SORT));
    }

    /** What is filtered by this part; empty for nothing. */
    public String at(String part) {
        return parts.get(part) == null ? "" : parts.get(part);
    }

    /** Below the site's root, ending in {@code ?} or {@code &}, for the pager. */
    public String href() {
        return ListQuery.href(PATH, all());
    }

    /** What follows the question mark of its address. */
    public String query() {
        return href().substring(PATH.length() + 1);
    }

    /** The parts that are filled in, and the order, for another form. */
    public Map<String, String> given() {
        return all().entrySet().stream().filter(each -> ListQuery.given(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The list filtered by this value of a part as well; by an empty one for no longer. */
    public String with(String part, String value) {
        Map<String, String> others = new LinkedHashMap<>(parts);
        others.put(part, value);
        return new CaseList(others, sort).href();
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        CaseFilter.PARTS.forEach(each -> all.put(each, parts.get(each)));
        all.put(SORT, sort);
        return all;
    }

    /**
     * Which cases it shows.
     *
     * @throws io.minsheng.platform.error.Refusal 400
     */
    CaseFilter filter() {
        return CaseFilter.parse(parts);
    }

    public boolean filtered() {
        return CaseFilter.PARTS.stream().anyMatch(each -> ListQuery.given(parts.get(each)));
    }
}
