package io.minsheng.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;

/**
 * A person takes a task; a stand-in also one that the absent colleague has. Of two who claim at once exactly one gets it.
 */
@ApplicationScoped
public class ClaimWorkItem {

    private final WorkItems items;
    private final HoldersOfItems holders;
    private final Event<WorkItemClaimed> claimed;
    private final Event<Act> acts;

    ClaimWorkItem(WorkItems items, HoldersOfItems holders, Event<WorkItemClaimed> claimed, Event<Act> acts) {
        this.items = items;
        this.holders = holders;
        this.claimed = claimed;
        this.acts = acts;
    }

    /**
     * Claims the item; claiming one's own again changes nothing.
     *
     * @throws Refusal 404, 403, 409 claimed by another or ended
     */
    @Transactional
    public WorkItem claim(String id, Actor actor) {
        WorkItem item = items.workableBy(id, actor);
        if (item.isClaimedBy(actor.username())) {
            return item;
        }
        String absent = item.assignee();
        if (absent != null && !actor.standsInFor(absent)) {
            throw Refusal.conflict(HoldersOfItems.TAKEN);
        }
        holders.change(item, actor.username());
        claimed.fire(new WorkItemClaimed(item, actor));
        acts.fire(new Act(actor.username(), absent == null ? "CLAIM" : "TAKE_OVER", item.subjectType().name(),
                item.subjectId(), item.caseNumber(), absent == null ? item.queue() : item.queue() + " " + absent));
        return item;
    }
}
