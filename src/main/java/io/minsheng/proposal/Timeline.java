package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What happened to each case. Entries about a verdict are kept from the author until it is released. */
@ApplicationScoped
public class Timeline implements PanacheRepositoryBase<TimelineEntry, String> {

    private final InstantSource clock;
    private final Event<Proposal.Changed> changes;

    Timeline(InstantSource clock, Event<Proposal.Changed> changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** Adds an entry that the author may see at once (if it has a public text). */
    public void add(Proposal proposal, Note note, Actor by) {
        add(proposal, note, by, true);
    }

    void add(Proposal proposal, Note note, Actor by, boolean released) {
        persist(new TimelineEntry(proposal, note, by.username(), released, clock.instant()));
        changes.fire(new Proposal.Changed(proposal.id()));
    }

    /** Everything, for those who handle the case. */
    public List<TimelineEntry> of(Proposal proposal) {
        return list("proposalId = ?1 order by at, id", proposal.id());
    }

    /** What the author may see. */
    public List<TimelineEntry> publicOf(Proposal proposal) {
        return list("proposalId = ?1 and released = true and publicText is not null order by at, id", proposal.id());
    }

    void release(Proposal proposal) {
        update("released = true where proposalId = ?1 and released = false", proposal.id());
    }
}
