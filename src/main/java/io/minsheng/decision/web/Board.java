package io.minsheng.decision.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MultivaluedMap;

import io.minsheng.decision.ListView;
import io.minsheng.decision.ShortlistForm;
import io.minsheng.identity.UnitNames;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;

/** The shortlist board as a form: a row per candidate, as it stands or as it was typed. */
record Board(List<Row> rows, String reason) {

    private static final Pattern FIELD = Pattern.compile("items\\[(\\d+)\\](.*)");

    /** What is typed into a row. */
    record Row(String at, ListView.Item item, boolean include, String order, String title, String target, String leads,
            String assists, String due) {
    }

    /**
     * As the candidates stand; without a draft everything is on the list to begin with.
     *
     * @param drafted ids of the items of the last draft in their order; null when there is none
     */
    static Board of(ListView list, List<String> drafted, UnitNames names) {
        List<Row> rows = new ArrayList<>();
        for (ListView.Item item : list.items()) {
            int place = drafted == null ? rows.size() : drafted.indexOf(item.id());
            rows.add(new Row("items[" + rows.size() + "]", item, place >= 0, place < 0 ? "" : String.valueOf(place + 1),
                    item.title(), item.target(), names.join(item.leads()), names.join(item.assists()), item.due()));
        }
        return new Board(rows, "");
    }

    /** As it was typed; candidates that came meanwhile are not on the list. */
    static Board typed(ListView list, MultivaluedMap<String, String> form, UnitNames names) {
        List<Row> rows = new ArrayList<>();
        for (ListView.Item item : list.items()) {
            String typed = typedAt(form, item.id());
            String at = "items[" + rows.size() + "]";
            rows.add(typed == null
                    ? new Row(at, item, false, "", item.title(), item.target(), names.join(item.leads()),
                            names.join(item.assists()), item.due())
                    : new Row(at, item, form.containsKey(typed + ".include"), form.getFirst(typed + ".order"),
                            form.getFirst(typed + ".title"), form.getFirst(typed + ".target"),
                            form.getFirst(typed + ".leads"), form.getFirst(typed + ".assists"),
                            form.getFirst(typed + ".due")));
        }
        return new Board(rows, form.getFirst("reason"));
    }

    /** The rows for the list, in the order that was typed. */
    List<Row> included() {
        return rows.stream().filter(Row::include).sorted(Comparator.comparingInt(Board::place)).toList();
    }

    ShortlistForm form(UnitNames names) {
        return new ShortlistForm("FREEZE", included().stream().map(row -> new ShortlistForm.Item(row.item().id(), row.title(),
                row.target(), names.codes(row.leads()), names.codes(row.assists()), row.due())).toList(), reason);
    }

    /** The errors of the form at the rows of the board. */
    FormErrors errors(Refusal refusal) {
        List<Row> included = included();
        if (refusal.violations().isEmpty()) {
            return FormErrors.of(refusal);
        }
        return FormErrors.of(refusal.violations().stream().map(each -> {
            Matcher field = FIELD.matcher(each.field());
            return field.matches()
                    ? new Violation(included.get(Integer.parseInt(field.group(1))).at() + field.group(2), each.message())
                    : each;
        }).toList());
    }

    private static int place(Row row) {
        return row.order() != null && row.order().strip().matches("\\d{1,4}") ? Integer.parseInt(row.order().strip())
                : Integer.MAX_VALUE;
    }

    private static String typedAt(MultivaluedMap<String, String> form, String item) {
        return form.entrySet().stream().filter(each -> each.getKey().endsWith(".id") && each.getValue().contains(item))
                .map(each -> each.getKey().substring(0, each.getKey().length() - 3)).findFirst().orElse(null);
    }
}
