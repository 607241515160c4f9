package io.minsheng.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.camunda.bpm.engine.TaskService;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;

/** A person takes a task, or gives it back. Of two who claim at once exactly one gets it. */
@ApplicationScoped
public class ClaimWorkItem {

    private final WorkItems items;
    private final TaskService tasks;
    private final Event<WorkItemClaimed> claimed;
    private final Event<Act> acts;

    ClaimWorkItem(WorkItems items, TaskService tasks, Event<WorkItemClaimed> claimed, Event<Act> acts) {
        this.items = items;
        this.tasks = tasks;
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
        // the condition in the update, not the read before it, decides between two at once
        int won = items.update("assignee = ?1 where id = ?2 and assignee is null and endedAt is null and frozen = false",
                actor.username(), id);
        if (won == 0) {
            throw Refusal.conflict("这项任务已被他人领取，或者已经办结。");
        }
        tasks.setAssignee(id, actor.username());
        items.getEntityManager().refresh(item);
        claimed.fire(new WorkItemClaimed(item, actor));
        acts.fire(new Act(actor.username(), "CLAIM", item.subjectType().name(), item.subjectId(), item.caseNumber(),
                item.queue()));
        return item;
    }

    /**
     * Gives an own item back to the group.
     *
     * @throws Refusal 409 when it is not the actor's
     */
    @Transactional
    public WorkItem release(String id, Actor actor) {
        WorkItem item = items.workableBy(id, actor);
        if (!item.isClaimedBy(actor.username())) {
            throw Refusal.conflict("您没有领取这项任务。");
        }
        item.assignTo(null);
        tasks.setAssignee(id, null);
        acts.fire(new Act(actor.username(), "RELEASE", item.subjectType().name(), item.subjectId(), item.caseNumber(),
                item.queue()));
        return item;
    }
}
