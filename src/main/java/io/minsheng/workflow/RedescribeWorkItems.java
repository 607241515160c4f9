package io.minsheng.workflow;

import java.util.List;

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
        describe(caseNumber, items.openOn(caseNumber));
    }

    /** Also into the ended ones: what was said there must not be read any more. Joins the caller's transaction. */
    public void ofAll(String caseNumber) {
        describe(caseNumber, items.list("caseNumber", caseNumber));
    }

    private void describe(String caseNumber, List<WorkItem> theirs) {
        Subject now = subjects.stream().filter(each -> each.type() == SubjectType.CASE).findFirst().orElseThrow()
                .describe(caseNumber);
        theirs.stream().filter(each -> each.subjectType() == SubjectType.CASE).forEach(each -> each.describe(now));
    }
}
