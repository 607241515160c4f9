package io.minsheng.triage;

import java.time.InstantSource;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Timeline;

/** Writes a ruling down: its row, a line for colleagues, and the act. */
@Singleton
class WriteRuling {

    private final TriageRulings rulings;
    private final Timeline timeline;
    private final InstantSource clock;
    private final Event<Act> acts;

    WriteRuling(TriageRulings rulings, Timeline timeline, InstantSource clock, Event<Act> acts) {
        this.rulings = rulings;
        this.timeline = timeline;
        this.clock = clock;
        this.acts = acts;
    }

    TriageRuling ruling(Proposal proposal, TriageRuling.Outcome outcome, Actor by) {
        TriageRuling ruling = new TriageRuling(proposal, outcome, by.username(), clock.instant());
        rulings.persist(ruling);
        return ruling;
    }

    void tell(Proposal proposal, TriageRuling ruling, String detail, Note note, Actor by) {
        timeline.add(proposal, note, by);
        acts.fire(Act.onCase(by.username(), "TRIAGE_" + ruling.outcome().name(), proposal.caseNumber(), detail));
    }
}
