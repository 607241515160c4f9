package io.minsheng.proposal;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;

/**
 * Moves cases: between stages, to their end, and out of the dark when a verdict is released. Joins the caller's transaction.
 */
@ApplicationScoped
public class MoveCase {

    private final Timeline timeline;
    private final InstantSource clock;
    private final Event<Act> acts;
    private final Event<Proposal.Moved> moved;

    MoveCase(Timeline timeline, InstantSource clock, Event<Act> acts, Event<Proposal.Moved> moved) {
        this.timeline = timeline;
        this.clock = clock;
        this.acts = acts;
        this.moved = moved;
    }

    /**
     * To a stage that is no verdict.
     *
     * @throws io.minsheng.platform.error.Refusal 409 when the stages do not allow it
     */
    public void to(Stage next, Proposal proposal, Note note, Actor by) {
        Stage from = proposal.stage();
        proposal.moveTo(next, true, clock.instant());
        timeline.add(proposal, note, by);
        tell(proposal, from, by, "STAGE_" + next.name(), "");
    }

    /**
     * Ends a case. A verdict of the office stays hidden from the author until {@link #release}.
     *
     * @throws io.minsheng.platform.error.Refusal 409 when it has ended already or the stages do not allow it
     */
    public void end(Disposition how, String why, Proposal proposal, Note note, Actor by) {
        Stage from = proposal.stage();
        proposal.dispose(how, why, clock.instant());
        timeline.add(proposal, note, by, !how.waitsForRelease());
        tell(proposal, from, by, "END_" + how.name(), why);
    }

    /**
     * Handles a case again whose author was not content with the answer.
     *
     * @throws io.minsheng.platform.error.Refusal 409 when it has not ended, or was withdrawn
     */
    public void reopen(Proposal proposal, Note note, Actor by) {
        Stage from = proposal.stage();
        proposal.reopen(clock.instant());
        timeline.add(proposal, note, by);
        tell(proposal, from, by, "REOPENED", "handling " + proposal.handling());
    }

    /** The second person released the verdict: now the author may know. */
    public void release(Proposal proposal, Note note, Actor by) {
        proposal.releaseVerdict();
        timeline.release(proposal);
        timeline.add(proposal, note, by);
    }

    private void tell(Proposal proposal, Stage from, Actor by, String action, String detail) {
        acts.fire(Act.onCase(by.username(), action, proposal.caseNumber(), detail));
        if (proposal.stage() != from) {
            moved.fire(new Proposal.Moved(proposal, from, proposal.stage()));
        }
    }
}
