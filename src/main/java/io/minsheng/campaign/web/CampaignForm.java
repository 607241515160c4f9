package io.minsheng.campaign.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;

import io.minsheng.campaign.AskedField;
import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.CampaignPlan;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.Principle;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.FormErrors;
import io.quarkus.qute.TemplateData;

/**
 * A campaign as typed. Its lists are numbered rows, with some empty ones for more: a row without code and name is none. Errors
 * of the plan count the rows that are filled in, those of the page all rows.
 */
@TemplateData
public final class CampaignForm {

    private static final int SPARE = 3;
    private static final int MOST = 60;
    private static final int LAST_YEAR = 9_999;

    private final Map<String, String> values;

    private CampaignForm(Map<String, String> values) {
        this.values = values;
    }

    static CampaignForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, given) -> values.put(name, given.isEmpty() ? "" : given.get(0)));
        return new CampaignForm(values);
    }

    /** Filled in with a plan; the days may be null. */
    static CampaignForm of(String code, Instant opens, Instant closes, CampaignPlan plan) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("code", code);
        values.put("opens", opens == null ? "" : Shanghai.date(opens).toString());
        values.put("lastDay", closes == null ? "" : Shanghai.date(closes.minusNanos(1)).toString());
        values.put("title", plan.title());
        values.put("projectYear", String.valueOf(plan.projectYear()));
        values.put("contact.subjectPhrase", plan.contact().subjectPhrase());
        values.put("contact.address", plan.contact().address());
        values.put("contact.mail", plan.contact().mail());
        values.put("contact.phone", plan.contact().phone());
        deadlines(plan.deadlines(), values);
        for (int i = 0; i < plan.categories().size(); i++) {
            Category each = plan.categories().get(i);
            row(values, "categories", i, "code", each.code(), "name", each.name(), "defaultLead",
                    each.defaultLead() == null ? "" : each.defaultLead(), "scope", each.scope());
        }
        for (int i = 0; i < plan.principles().size(); i++) {
            Principle each = plan.principles().get(i);
            row(values, "principles", i, "code", each.code(), "name", each.name(), "hint", each.hint());
        }
        fields(plan.fields(), values);
        return new CampaignForm(values);
    }

    private static void deadlines(Deadlines deadlines, Map<String, String> values) {
        values.put("deadlines.triage", String.valueOf(deadlines.triage()));
        values.put("deadlines.supplement", String.valueOf(deadlines.supplement()));
        values.put("deadlines.evaluation", String.valueOf(deadlines.evaluation()));
        values.put("deadlines.returning", String.valueOf(deadlines.returning()));
        values.put("deadlines.conclusion", String.valueOf(deadlines.conclusion()));
        values.put("deadlines.extension", String.valueOf(deadlines.extension()));
    }

    /** First those that the form has, in their order, then those that it leaves out. */
    private static void fields(List<AskedField> asked, Map<String, String> values) {
        List<AskedField> all = new ArrayList<>(asked);
        AskedField.USUAL.stream().filter(each -> asked.stream().noneMatch(one -> one.code().equals(each.code())))
                .forEach(all::add);
        for (int i = 0; i < all.size(); i++) {
            AskedField each = all.get(i);
            row(values, "fields", i, "code", each.code(), "label", each.label(), "position", String.valueOf(i + 1));
            if (i < asked.size()) {
                values.put("fields." + i + ".asked", "true");
            }
            if (each.needed()) {
                values.put("fields." + i + ".needed", "true");
            }
        }
    }

    private static void row(Map<String, String> values, String list, int index, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(list + "." + index + "." + pairs[i], pairs[i + 1]);
        }
    }

    /** As typed; empty for what is not there. */
    public String at(String name) {
        return values.getOrDefault(name, "");
    }

    /** The name of a field in a row of a list. */
    public String name(String list, int row, String name) {
        return list + "." + row + "." + name;
    }

    /** As typed in a row of a list. */
    public String at(String list, int row, String name) {
        return at(name(list, row, name));
    }

    public boolean has(String list, int row, String name) {
        return !at(list, row, name).isBlank();
    }

    /** Numbers of the rows of a list to show: those sent, and some empty ones if it may grow. */
    public List<Integer> rows(String list, boolean grows) {
        int last = -1;
        for (int i = 0; i < MOST; i++) {
            if (values.containsKey(list + "." + i + ".code") && isFilledIn(list, i)) {
                last = i;
            }
        }
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i <= last + (grows ? SPARE : 0); i++) {
            rows.add(i);
        }
        return rows;
    }

    /** The usual field of a row of the form. */
    public AskedField usual(int row) {
        return AskedField.usual(at("fields", row, "code")).orElse(AskedField.USUAL.get(0));
    }

    CampaignPlan plan() {
        return new CampaignPlan(at("title"), number("projectYear"),
                new Campaign.Contact(at("contact.subjectPhrase"), at("contact.address"), at("contact.mail"),
                        at("contact.phone")),
                new Deadlines(number("deadlines.triage"), number("deadlines.supplement"), number("deadlines.evaluation"),
                        number("deadlines.returning"), number("deadlines.conclusion"), number("deadlines.extension")),
                filled("categories").stream().map(row -> new Category(at("categories", row, "code"),
                        at("categories", row, "name"), at("categories", row, "defaultLead"), at("categories", row, "scope")))
                        .toList(),
                filled("principles").stream().map(row -> new Principle(at("principles", row, "code"),
                        at("principles", row, "name"), at("principles", row, "hint"))).toList(),
                filled("fields").stream().map(row -> new AskedField(at("fields", row, "code"), at("fields", row, "label"),
                        has("fields", row, "needed") || usual(row).alwaysNeeded())).toList());
    }

    /** Whether also what stays once a campaign has begun was there to be changed. */
    boolean isWhole() {
        return values.containsKey(name("fields", 0, "code"));
    }

    /** The same with other days, and the reason for them. */
    CampaignForm withDates(CampaignForm typed) {
        Map<String, String> both = new LinkedHashMap<>(values);
        both.put("opens", typed.at("opens"));
        both.put("lastDay", typed.at("lastDay"));
        both.put("reason", typed.at("reason"));
        return new CampaignForm(both);
    }

    int revision() {
        return number("revision");
    }

    /** 00:00 of the day typed; null if it is none. */
    Instant opens() {
        LocalDate day = day("opens");
        return day == null ? null : Shanghai.startOf(day);
    }

    /** The end after the last day typed; null if it is none. */
    Instant closes() {
        LocalDate day = day("lastDay");
        return day == null ? null : Shanghai.startOf(day.plusDays(1));
    }

    /** As {@link #opens()}; when it is none, that is told. */
    Instant neededOpens(List<Violation> missing) {
        return given(opens(), "opens", "开始日期", missing);
    }

    /** As {@link #closes()}; when it is none, that is told. */
    Instant neededCloses(List<Violation> missing) {
        return given(closes(), "closes", "截止日期", missing);
    }

    private static Instant given(Instant day, String field, String label, List<Violation> missing) {
        if (day == null) {
            missing.add(new Violation(field, "请填写" + label + "。"));
        }
        return day;
    }

    /** The errors of the plan that this form makes, each at the row where it was typed. */
    FormErrors errors(List<Violation> violations) {
        return FormErrors.of(violations.stream().map(each -> new Violation(typedAt(each.field()), each.message())).toList());
    }

    private String typedAt(String field) {
        String[] parts = field.split("\\.");
        if (field.equals("closes")) {
            return "lastDay";
        }
        if (parts.length == 1 && List.of("categories", "principles", "fields").contains(field)) {
            return field + ".0." + (field.equals("fields") ? "label" : "name");
        }
        return parts.length < 3 ? field : parts[0] + "." + typedRow(parts[0], Integer.parseInt(parts[1])) + "." + parts[2];
    }

    /** What is fixed is checked as well, though it may not be on the form. */
    private int typedRow(String list, int row) {
        List<Integer> filled = filled(list);
        return row < filled.size() ? filled.get(row) : row;
    }

    /** The rows that count, in their order. */
    private List<Integer> filled(String list) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            if (isFilledIn(list, i)) {
                rows.add(i);
            }
        }
        if (list.equals("fields")) {
            rows.removeIf(each -> usual(each).canBeLeftOut() && !has(list, each, "asked"));
            rows.sort(Comparator.comparingInt(each -> position(each)));
        }
        return rows;
    }

    private boolean isFilledIn(String list, int row) {
        return has(list, row, "code") || has(list, row, "name");
    }

    private int position(int row) {
        int position = number("fields." + row + ".position");
        return position == 0 ? Integer.MAX_VALUE : position;
    }

    /** 0 for what is no number. */
    private int number(String name) {
        String typed = at(name).strip();
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private LocalDate day(String name) {
        try {
            LocalDate day = LocalDate.parse(at(name).strip());
            return day.getYear() <= LAST_YEAR ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
