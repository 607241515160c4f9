package io.minsheng.search.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.calendar.Light;
import io.minsheng.platform.web.Choice;
import io.minsheng.proposal.Labels;
import io.quarkus.qute.TemplateData;

/** Puts names to the counts of a search and links that narrow it down. */
@Singleton
class Facets {

    private static final Map<String, String> TITLES = titles();

    private final Labels labels;

    Facets(Labels labels) {
        this.labels = labels;
    }

    /** What the cases found have of one kind. */
    @TemplateData
    record Facet(String title, List<Value> values) {
    }

    /**
     * One value and how many have it.
     *
     * @param href leads to those with this value, or, if it is chosen, to those with any
     */
    @TemplateData
    record Value(String name, long count, boolean chosen, String href) {
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("stage", "环节");
        titles.put("light", "期限");
        titles.put("category", "类别");
        titles.put("township", "镇街");
        titles.put("department", "承办单位");
        titles.put("channel", "渠道");
        titles.put("month", "收到月份");
        return titles;
    }

    /** Whether the list is narrowed down by one of them. */
    boolean narrow(CaseList list) {
        return TITLES.keySet().stream().anyMatch(each -> !list.at(each).isBlank());
    }

    /**
     * Those with anything to choose, in a fixed order.
     *
     * @param categories of the campaign
     */
    List<Facet> of(CaseList list, Map<String, Map<String, Long>> counts, List<Choice> categories) {
        List<Facet> facets = new ArrayList<>();
        TITLES.forEach((part, title) -> {
            List<Value> values = counts.getOrDefault(part, Map.of()).entrySet().stream()
                    .map(each -> value(list, part, each.getKey(), each.getValue(), categories)).toList();
            if (!values.isEmpty()) {
                facets.add(new Facet(title, values));
            }
        });
        return facets;
    }

    private Value value(CaseList list, String part, String code, long count, List<Choice> categories) {
        boolean chosen = code.equals(list.at(part));
        return new Value(name(part, code, categories), count, chosen, list.with(part, chosen ? "" : code));
    }

    private String name(String part, String code, List<Choice> categories) {
        return switch (part) {
            case "stage" -> labels.stage(code);
            case "light" -> Light.valueOf(code).meaning();
            case "category" -> categories.stream().filter(each -> each.code().equals(code)).map(Choice::name).findFirst()
                    .orElse(code);
            case "township" -> labels.township(code);
            case "department" -> labels.organisation(code);
            case "channel" -> labels.channel(code);
            default -> YearMonth.parse(code).getYear() + "年" + YearMonth.parse(code).getMonthValue() + "月";
        };
    }
}
