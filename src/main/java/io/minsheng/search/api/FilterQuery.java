package io.minsheng.search.api;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import io.minsheng.search.CaseFilter;

/** The query by which calls about cases are filtered. */
public class FilterQuery {

    @QueryParam("q")
    String q;
    @QueryParam("stage")
    String stage;
    @QueryParam("category")
    String category;
    @QueryParam("township")
    String township;
    @QueryParam("channel")
    String channel;
    @QueryParam("campaign")
    String campaign;
    @QueryParam("department")
    String department;
    @QueryParam("light")
    String light;
    @QueryParam("month")
    String month;

    /**
     * What it says.
     *
     * @throws io.minsheng.platform.error.Refusal 400
     */
    CaseFilter filter() {
        Map<String, String> parts = new HashMap<>();
        parts.put("q", q);
        parts.put("stage", stage);
        parts.put("category", category);
        parts.put("township", township);
        parts.put("channel", channel);
        parts.put("campaign", campaign);
        parts.put("department", department);
        parts.put("light", light);
        parts.put("month", month);
        return CaseFilter.parse(parts);
    }
}
