package io.minsheng.worklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;

/**
 * The address of the work list with its filter, as typed; empty parts are left out.
 *
 * @param tab mine, group or all
 */
@TemplateData
public record ListAddress(String tab, String queue, String light, String q, String campaign, String sort) {

    /** Below the site's root, ending in {@code &}, for the pager. */
    public String href() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("tab", tab);
        parts.put("queue", queue);
        parts.put("light", light);
        parts.put("q", q);
        parts.put("campaign", campaign);
        parts.put("sort", sort);
        return "/staff?" + parts.entrySet().stream().filter(part -> part.getValue() != null && !part.getValue().isBlank())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8) + "&")
                .collect(Collectors.joining());
    }

    public ListAddress inTab(String other) {
        return new ListAddress(other, null, null, null, null, sort);
    }

    public ListAddress inQueue(String other) {
        return new ListAddress(tab, other, light, q, campaign, sort);
    }

    /** Whether anything narrows the list down. */
    public boolean filtered() {
        return given(queue) || given(light) || given(q) || given(campaign);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
