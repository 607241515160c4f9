package io.minsheng.triage.process;

import java.time.Instant;
import java.util.Date;

import jakarta.inject.Singleton;

import io.minsheng.calendar.DueDates;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.Timeline;
import io.minsheng.workflow.Token;

/** The days that an author has for an answer to a question that a person had to tell. */
@Singleton
class SupplementClock {

    private final DueDates dueDates;
    private final Timeline timeline;

    SupplementClock(DueDates dueDates, Timeline timeline) {
        this.dueDates = dueDates;
        this.timeline = timeline;
    }

    /**
     * Starts it, for the register and for the process.
     *
     * @param why first half of a sentence for the author
     */
    void start(Instant from, String why, SupplementRequest request, Proposal proposal, Token token) {
        if (request.dueAt() == null) {
            request.dueBy(dueDates.due(from, request.workingDays()).at());
            timeline.add(proposal, Note.forAuthor(why + "请在" + Shanghai.sayDate(request.dueAt().minusNanos(1)) + "前答复。"),
                    Actor.SYSTEM);
        }
        token.set("supplementDue", Date.from(request.dueAt()));
    }
}
