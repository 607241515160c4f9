package io.minsheng.proposal;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;

/** Tells the rest of the program that a suggestion was registered: audit, acknowledgement, search. */
@ApplicationScoped
class RegistrationNews {

    private final Event<Proposal.Registered> registered;
    private final Event<Proposal.RegisteredTogether> together;
    private final Event<Act> acts;

    RegistrationNews(Event<Proposal.Registered> registered, Event<Proposal.RegisteredTogether> together, Event<Act> acts) {
        this.registered = registered;
        this.together = together;
        this.acts = acts;
    }

    void tell(Proposal proposal, String queryCode, Actor by) {
        audit(proposal, by);
        registered.fire(new Proposal.Registered(proposal, queryCode));
    }

    void tell(List<Proposal.Registered> all, Actor by) {
        all.forEach(each -> audit(each.proposal(), by));
        together.fire(new Proposal.RegisteredTogether(all));
    }

    private void audit(Proposal proposal, Actor by) {
        acts.fire(Act.onCase(by.username(), "REGISTERED", proposal.caseNumber(), proposal.channel().name()));
    }
}
