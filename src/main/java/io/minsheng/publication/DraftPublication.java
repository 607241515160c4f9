package io.minsheng.publication;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** PUBLICATION/DRAFT: title and text with which a decided list goes to the second person. */
@Singleton
class DraftPublication implements Completion<PublicationDraft> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of("SUBMIT", Set.of("title", "text")));

    private final WritePublication writePublication;

    DraftPublication(WritePublication writePublication) {
        this.writePublication = writePublication;
    }

    @Override
    public String queue() {
        return "PUBLICATION";
    }

    @Override
    public String step() {
        return "DRAFT";
    }

    @Override
    public Class<PublicationDraft> form() {
        return PublicationDraft.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, PublicationDraft form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        writePublication.write(item, form, null, List.of(), List.of(), actor);
        return Map.of("outcome", "SUBMIT");
    }
}
