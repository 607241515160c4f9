package io.minsheng.supervision;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Timeline;

/**
 * Writes what happened into the audit log and, for a case, into its time line: that it happened, not what was written, since
 * every department on the case reads the time line.
 */
@Singleton
class RecordSupervision {

    private final Proposals proposals;
    private final Timeline timeline;
    private final Organisations organisations;
    private final Event<Act> acts;

    RecordSupervision(Proposals proposals, Timeline timeline, Organisations organisations, Event<Act> acts) {
        this.proposals = proposals;
        this.timeline = timeline;
        this.organisations = organisations;
        this.acts = acts;
    }

    /** @param words what the time line says, with {@code %s} for the department; null for nothing */
    void write(Supervision supervision, String action, String words, Actor by) {
        String detail = supervision.organisation() + (supervision.number() == null ? "" : " " + supervision.number());
        acts.fire(new Act(by.username(), "SUPERVISION_" + action, "SUPERVISION", supervision.id(), supervision.caseNumber(),
                detail));
        if (supervision.caseNumber() != null && words != null) {
            timeline.add(proposals.byNumber(supervision.caseNumber()),
                    Note.internal(words.formatted(organisations.shortName(supervision.organisation()))), by);
        }
    }
}
