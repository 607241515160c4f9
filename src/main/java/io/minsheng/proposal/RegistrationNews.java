package io.minsheng.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;

/** Tells the rest of the program that a suggestion was registered: audit, acknowledgement, search. */
@ApplicationScoped
class RegistrationNews {

    private final Event<Proposal.Registered> registered;
    private final Event<Act> acts;

    RegistrationNews(Event<Proposal.Registered> registered, Event<Act> acts) {
        this.registered = registered;
        this.acts = acts;
    }

    void tell(Proposal proposal, String queryCode, Actor by) {
        acts.fire(Act.onCase(by.username(), "REGISTERED", proposal.caseNumber(), proposal.channel().name()));
        registered.fire(new Proposal.Registered(proposal, queryCode));
    }
}
