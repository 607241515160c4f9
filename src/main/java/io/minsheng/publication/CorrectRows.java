package io.minsheng.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.implementation.DueText;
import io.minsheng.implementation.Projects;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/** The rows of a published list with corrected words; none can be added or left out. */
@ApplicationScoped
class CorrectRows {

    private final Projects projects;

    CorrectRows(Projects projects) {
        this.projects = projects;
    }

    /** All rows of the version in force, with what was corrected. */
    List<PublishedWords> of(Publication inForce, List<PublishedWords> corrected, List<Violation> violations) {
        Map<String, PublishedWords> rows = new LinkedHashMap<>();
        inForce.rows().forEach(each -> rows.put(each.project(), each));
        List<PublishedWords> changes = corrected == null ? List.of() : corrected;
        for (int i = 0; i < changes.size(); i++) {
            PublishedWords row = changes.get(i);
            String at = "rows[" + i + "].";
            if (row == null || !rows.containsKey(row.project())) {
                violations.add(new Violation(at + "project", "名单中没有这个项目。"));
            } else {
                rows.put(row.project(), clean(row, rows.get(row.project()), at, violations));
            }
        }
        return new ArrayList<>(rows.values());
    }

    /** @param published the row as it stands; its words for the due date may be older than the rule for them */
    private static PublishedWords clean(PublishedWords row, PublishedWords published, String at, List<Violation> violations) {
        String title = Texts.cleanLine(row.title());
        String target = Texts.cleanLine(row.target());
        String due = Texts.cleanOrNull(row.due());
        if (!Objects.equals(due, published.due())) {
            due = DueText.read(due, at + "due", violations);
        }
        new LengthRule(at + "title", "主要任务", 4, 60).check(title, violations);
        LengthRule.other(at + "target", "预期目标").needed().check(target, violations);
        return new PublishedWords(row.project(), title, target, due);
    }

    /** The first version takes its rows from the projects; with a later one the projects take theirs from it. */
    void release(Publication draft, boolean first) {
        if (first) {
            projects.ofList(draft.listId()).forEach(each -> draft.rows().add(PublishedWords.of(each)));
        } else {
            draft.rows().forEach(each -> projects.byId(each.project()).correct(each.title(), each.target(), each.due()));
        }
    }
}
