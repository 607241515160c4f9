package io.minsheng.proposal;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;

/** Tells the rest of the program that a suggestion was registered: audit, acknowledgement, search. */
@ApplicationScoped
class RegistrationNews {

    private final Event<Proposal.RegisteredEach> registeredEach;
    private final Event<Proposal.RegisteredTogether> together;
    private final Event<Act> acts;

    RegistrationNews(Event<Proposal.RegisteredEach> registeredEach, Event<Proposal.RegisteredTogether> together,
            Event<Act> acts) {
        this.registeredEach = registeredEach;
        this.together = together;
        this.acts = acts;
    }

    /** Its author is told of all parts at once, by whoever splits. */
    void tellPart(Proposal proposal, Actor by) {
        audit(proposal, by);
    }

    void tellEach(List<Proposal.Registered> all, Actor by) {
        all.forEach(each -> audit(each.proposal(), by));
        registeredEach.fire(new Proposal.RegisteredEach(all));
    }

    void tellTogether(List<Proposal.Registered> all, Actor by) {
        all.forEach(each -> audit(each.proposal(), by));
        together.fire(new Proposal.RegisteredTogether(all));
    }

    private void audit(Proposal proposal, Actor by) {
        acts.fire(Act.onCase(by.username(), "REGISTERED", proposal.caseNumber(), proposal.channel().name()));
    }
}
