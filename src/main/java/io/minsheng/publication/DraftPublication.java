package io.minsheng.publication;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.WorkItem;

/** PUBLICATION/DRAFT: title and text with which a decided list goes to the second person. */
@Singleton
class DraftPublication implements Completion<PublicationDraft> {

    private static final LengthRule TITLE = new LengthRule("title", "标题", 4, 60);
    private static final LengthRule TEXT = new LengthRule("text", "正文", 10, 5000);

    private final Publications publications;
    private final Annexes annexes;
    private final InstantSource clock;
    private final Event<Act> acts;

    DraftPublication(Publications publications, Annexes annexes, InstantSource clock, Event<Act> acts) {
        this.publications = publications;
        this.annexes = annexes;
        this.clock = clock;
        this.acts = acts;
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
        if (!"SUBMIT".equals(form.outcome())) {
            throw Refusal.invalid("outcome", "办理方式应为 SUBMIT。");
        }
        String title = Texts.cleanLine(form.title());
        String text = Texts.clean(form.text());
        List<Violation> violations = new ArrayList<>();
        TITLE.check(title, violations);
        TEXT.check(text, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        int version = publications.latest(item.subjectId()).map(each -> each.version() + 1).orElse(1);
        publications.persist(new Publication(item.campaign(), item.subjectId(), version,
                new Publication.Draft(title, text, annexes.present(item.subjectId()), actor.username(), clock.instant())));
        acts.fire(new Act(actor.username(), "PUBLICATION_DRAFTED", "LIST", item.subjectId(), null, "v" + version));
        return Map.of("outcome", "SUBMIT");
    }
}
