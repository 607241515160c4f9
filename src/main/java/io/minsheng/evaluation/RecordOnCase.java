package io.minsheng.evaluation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Timeline;

/** Writes what somebody did into the time line of the case and, without words, into the audit log. */
@Singleton
class RecordOnCase {

    private final Timeline timeline;
    private final Event<Act> acts;

    RecordOnCase(Timeline timeline, Event<Act> acts) {
        this.timeline = timeline;
        this.acts = acts;
    }

    void write(Proposal proposal, String action, String detail, Note note, Actor actor) {
        timeline.add(proposal, note, actor);
        acts.fire(Act.onCase(actor.username(), action, proposal.caseNumber(), detail));
    }
}
