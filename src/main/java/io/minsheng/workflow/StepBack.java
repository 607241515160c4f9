package io.minsheng.workflow;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;

/** Takes a person off everything about a case or list: own tasks go back to their groups. Joins the caller's transaction. */
@ApplicationScoped
public class StepBack {

    private final WorkItems items;
    private final Recusals recusals;
    private final HoldersOfItems holders;
    private final InstantSource clock;

    StepBack(WorkItems items, Recusals recusals, HoldersOfItems holders, InstantSource clock) {
        this.items = items;
        this.recusals = recusals;
        this.holders = holders;
        this.clock = clock;
    }

    /**
     * Writes the recusal down and gives the person's tasks back.
     *
     * @throws Refusal 403, 404, 409 as {@link WorkItems#workableBy}; 409 when a task is about no case or list
     */
    public WorkItem from(String workItem, String reason, Actor actor) {
        items.hold(workItem);
        WorkItem item = items.workableBy(workItem, actor);
        if (item.subjectType() != SubjectType.CASE && item.subjectType() != SubjectType.LIST) {
            throw Refusal.conflict("这类任务不适用回避。");
        }
        recusals.persistAndFlush(new Recusal(item, reason, actor, clock.instant()));
        items.list("subjectType = ?1 and subjectId = ?2 and assignee = ?3 and endedAt is null", item.subjectType(),
                item.subjectId(), actor.username()).forEach(holders::release);
        return item;
    }
}
