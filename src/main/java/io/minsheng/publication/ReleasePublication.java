package io.minsheng.publication;

import java.time.InstantSource;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.TellCases;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.WorkItem;

/** PUBLICATION/RELEASE: a second person makes the list public, or gives the draft back. */
@Singleton
class ReleasePublication implements Completion<Judgement> {

    private final Publications publications;
    private final CandidateLists lists;
    private final TellCases tellCases;
    private final GuardPublication guard;
    private final CorrectRows correctRows;
    private final InstantSource clock;
    private final Event<Act> acts;

    ReleasePublication(Publications publications, CandidateLists lists, TellCases tellCases, GuardPublication guard,
            CorrectRows correctRows, InstantSource clock, Event<Act> acts) {
        this.publications = publications;
        this.lists = lists;
        this.tellCases = tellCases;
        this.guard = guard;
        this.correctRows = correctRows;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "PUBLICATION";
    }

    @Override
    public String step() {
        return "RELEASE";
    }

    @Override
    public Class<Judgement> form() {
        return Judgement.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, Judgement form, Actor actor) {
        lists.held(item.subjectId());
        Publication draft = publications.latest(item.subjectId()).orElseThrow();
        boolean releases = form.releases();
        TwoPersons.require(draft.draftedBy(), actor.username());
        if (releases) {
            release(draft, actor);
        } else {
            draft.giveBack(form.cleanReason());
        }
        acts.fire(new Act(actor.username(), "PUBLICATION_" + form.outcome(), "LIST", item.subjectId(), null,
                "v" + draft.version()));
        return Map.of("outcome", form.outcome());
    }

    private void release(Publication draft, Actor actor) {
        guard.require(draft);
        tellCases.requireDone(lists.byId(draft.listId()));
        correctRows.release(draft, publications.inForce(draft.listId()).isEmpty());
        draft.release(actor.username(), clock.instant());
    }
}
