package io.minsheng.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** PUBLICATION/CORRECT: a new version of what is published, and why; or nothing is corrected after all. */
@Singleton
class CorrectPublication implements Completion<PublicationDraft> {

    private static final OutcomeFields FIELDS = new OutcomeFields(
            Map.of("SUBMIT", Set.of("title", "text", "correction", "rows"), "CANCEL", Set.of()));
    private static final LengthRule WHY = LengthRule.reason("correction", "更正说明").needed();

    private final Publications publications;
    private final CorrectRows correctRows;
    private final WritePublication writePublication;
    private final Event<Act> acts;

    CorrectPublication(Publications publications, CorrectRows correctRows, WritePublication writePublication,
            Event<Act> acts) {
        this.publications = publications;
        this.correctRows = correctRows;
        this.writePublication = writePublication;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "PUBLICATION";
    }

    @Override
    public String step() {
        return "CORRECT";
    }

    @Override
    public Class<PublicationDraft> form() {
        return PublicationDraft.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, PublicationDraft form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        if (form.outcome().equals("CANCEL")) {
            acts.fire(new Act(actor.username(), "CORRECTION_CANCELLED", "LIST", item.subjectId(), null, ""));
            return Map.of("outcome", "CANCEL");
        }
        List<Violation> violations = new ArrayList<>();
        String why = Texts.cleanOrNull(form.correction());
        WHY.check(why, violations);
        List<PublishedWords> rows = correctRows.of(publications.inForce(item.subjectId()).orElseThrow(), form.rows(),
                violations);
        writePublication.write(item, form, why, rows, violations, actor);
        return Map.of("outcome", "SUBMIT");
    }
}
