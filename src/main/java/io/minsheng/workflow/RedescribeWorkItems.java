package io.minsheng.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Writes the present title and category of a case into its open work items, after somebody has changed them. */
@ApplicationScoped
public class RedescribeWorkItems {

    private final WorkItems items;
    private final Instance<Subjects> subjects;

    RedescribeWorkItems(WorkItems items, Instance<Subjects> subjects) {
        this.items = items;
        this.subjects = subjects;
    }

    /** Joins the caller's transaction. */
    public void of(String caseNumber) {
        Subject now = subjects.stream().filter(each -> each.type() == SubjectType.CASE).findFirst().orElseThrow()
                .describe(caseNumber);
        items.openOn(caseNumber).stream().filter(each -> each.subjectType() == SubjectType.CASE)
                .forEach(each -> each.describe(now));
    }
}
