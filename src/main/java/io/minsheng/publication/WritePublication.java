package io.minsheng.publication;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.decision.CandidateLists;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.WorkItem;

/** Writes a draft of a publication: each is a version of its own, with the files that are there. */
@ApplicationScoped
class WritePublication {

    private static final LengthRule TITLE = new LengthRule("title", "标题", 4, 60);
    private static final LengthRule TEXT = new LengthRule("text", "正文", 10, 5000);

    private final CandidateLists lists;
    private final Publications publications;
    private final Annexes annexes;
    private final InstantSource clock;
    private final Event<Act> acts;

    WritePublication(CandidateLists lists, Publications publications, Annexes annexes, InstantSource clock,
            Event<Act> acts) {
        this.lists = lists;
        this.publications = publications;
        this.annexes = annexes;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Writes it down.
     *
     * @param correction why what is published is put right, clean; null for the first version
     * @param rows the words of the rows; empty for the first version
     * @param found what did not pass so far
     * @throws Refusal 400 when anything does not pass
     */
    void write(WorkItem item, PublicationDraft form, String correction, List<PublishedWords> rows, List<Violation> found,
            Actor actor) {
        String title = Texts.cleanLine(form.title());
        String text = Texts.clean(form.text());
        List<Violation> violations = new ArrayList<>(found);
        TITLE.check(title, violations);
        TEXT.check(text, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        lists.held(item.subjectId());
        int version = publications.latest(item.subjectId()).map(each -> each.version() + 1).orElse(1);
        Publication draft = new Publication(item.campaign(), item.subjectId(), version, new Publication.Draft(title, text, rows,
                annexes.present(item.subjectId()), actor.username(), clock.instant()));
        draft.corrects(correction);
        publications.persist(draft);
        acts.fire(new Act(actor.username(), "PUBLICATION_DRAFTED", "LIST", item.subjectId(), null, "v" + version));
    }
}
