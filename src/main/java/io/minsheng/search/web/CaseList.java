package io.minsheng.search.web;

import java.util.LinkedHashMap;
import java.util.Map;

import io.minsheng.platform.web.ListQuery;
import io.minsheng.search.CaseFilter;
import io.quarkus.qute.TemplateData;

/** The filter of the list as typed, and the address that leads there again. */
@TemplateData
public record CaseList(String q, String stage, String category, String township, String channel, String campaign,
        String sort) {

    static final String PATH = "/staff/cases";

    /** Below the site's root, ending in {@code ?} or {@code &}, for the pager. */
    public String href() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", q);
        parts.put("stage", stage);
        parts.put("category", category);
        parts.put("township", township);
        parts.put("channel", channel);
        parts.put("campaign", campaign);
        parts.put("sort", sort);
        return ListQuery.href(PATH, parts);
    }

    /** From {@link #href}. */
    static CaseList parse(String href) {
        Map<String, String> parts = ListQuery.parts(href);
        return new CaseList(parts.get("q"), parts.get("stage"), parts.get("category"), parts.get("township"),
                parts.get("channel"), parts.get("campaign"), parts.get("sort"));
    }

    /**
     * Which cases it shows.
     *
     * @throws io.minsheng.platform.error.Refusal 400
     */
    CaseFilter filter() {
        return CaseFilter.parse(q, stage, category, township, channel, campaign);
    }

    public boolean filtered() {
        return ListQuery.given(q) || ListQuery.given(stage) || ListQuery.given(category) || ListQuery.given(township)
                || ListQuery.given(channel) || ListQuery.given(campaign);
    }
}
