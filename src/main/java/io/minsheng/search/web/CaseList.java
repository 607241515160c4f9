package io.minsheng.search.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;

/** The filter of the list as typed, and the address that leads there again. */
@TemplateData
public record CaseList(String q, String stage, String category, String township, String channel, String campaign,
        String sort) {

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
        return "/staff/cases?" + parts.entrySet().stream().filter(part -> given(part.getValue()))
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8) + "&")
                .collect(Collectors.joining());
    }

    public boolean filtered() {
        return given(q) || given(stage) || given(category) || given(township) || given(channel) || given(campaign);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }
}
