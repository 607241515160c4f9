package io.minsheng.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.minsheng.decision.ListVersion.Entry;
import io.minsheng.decision.VersionLog.Change;
import io.minsheng.decision.VersionLog.Field;
import io.minsheng.decision.VersionLog.Kind;
import io.minsheng.identity.UnitNames;
import io.minsheng.implementation.DueText;
import io.minsheng.platform.text.TextChange;

/** Tells what was added, dropped and edited from one version of a list to the next. */
@Singleton
class CompareVersions {

    private final UnitNames names;

    CompareVersions(UnitNames names) {
        this.names = names;
    }

    /** In the order of the later version, what was dropped at the end. */
    List<Change> between(List<Entry> before, List<Entry> after) {
        Map<String, Entry> known = byItem(before);
        Map<String, Entry> now = byItem(after);
        List<String> oldOrder = before.stream().map(Entry::item).filter(now::containsKey).toList();
        List<String> newOrder = after.stream().map(Entry::item).filter(known::containsKey).toList();
        List<Change> changes = new ArrayList<>();
        for (Entry each : after) {
            Entry earlier = known.get(each.item());
            if (earlier == null) {
                changes.add(new Change(Kind.ADDED, each.item(), each.title(), List.of()));
            } else {
                List<Field> fields = fields(earlier, each);
                // a place counts among those that were there before, else whatever is added moves all the others
                if (oldOrder.indexOf(each.item()) != newOrder.indexOf(each.item())) {
                    add(fields, "order", "序号", String.valueOf(before.indexOf(earlier) + 1),
                            String.valueOf(after.indexOf(each) + 1));
                }
                if (!fields.isEmpty()) {
                    changes.add(new Change(Kind.EDITED, each.item(), each.title(), fields));
                }
            }
        }
        before.stream().filter(each -> !now.containsKey(each.item()))
                .forEach(each -> changes.add(new Change(Kind.DROPPED, each.item(), each.title(), List.of())));
        return changes;
    }

    private List<Field> fields(Entry before, Entry after) {
        List<Field> fields = new ArrayList<>();
        add(fields, "title", "主要任务", before.title(), after.title());
        add(fields, "target", "预期目标", before.target(), after.target());
        add(fields, "leads", "牵头单位", names.join(before.leads()), names.join(after.leads()));
        add(fields, "assists", "配合单位", names.join(before.assists()), names.join(after.assists()));
        add(fields, "due", "完成时限", DueText.of(before.due()), DueText.of(after.due()));
        add(fields, "suggestions", "建议数", String.valueOf(before.suggestions()), String.valueOf(after.suggestions()));
        return fields;
    }

    private static void add(List<Field> fields, String field, String label, String before, String after) {
        if (!Objects.equals(before, after)) {
            fields.add(new Field(field, label, TextChange.between(before, after)));
        }
    }

    private static Map<String, Entry> byItem(List<Entry> entries) {
        return entries.stream().collect(Collectors.toMap(Entry::item, Function.identity()));
    }
}
