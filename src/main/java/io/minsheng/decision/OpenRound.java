package io.minsheng.decision;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;

/** Opens the next list of a campaign. Joins the caller's transaction. */
@ApplicationScoped
public class OpenRound {

    private final CandidateLists lists;
    private final InstantSource clock;
    private final Event<Act> acts;

    OpenRound(CandidateLists lists, InstantSource clock, Event<Act> acts) {
        this.lists = lists;
        this.clock = clock;
        this.acts = acts;
    }

    public CandidateList open(String campaign) {
        CandidateList list = new CandidateList(campaign, lists.nextNumber(campaign), clock.instant());
        lists.persistAndFlush(list);
        acts.fire(new Act(Actor.SYSTEM.username(), "LIST_OPENED", "LIST", list.id(), null, campaign + " " + list.number()));
        return list;
    }
}
