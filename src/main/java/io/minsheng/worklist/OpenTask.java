package io.minsheng.worklist;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.WorkItems;

/** One task that a person may work on or oversee. */
@ApplicationScoped
public class OpenTask {

    private final WorkItems items;
    private final InstantSource clock;

    OpenTask(WorkItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /**
     * The task with this id, ended or not.
     *
     * @throws Refusal 404 unknown or not theirs
     */
    @Transactional
    public Task open(String id, Actor actor) {
        return Task.of(items.visibleTo(id, actor), actor, clock.instant());
    }
}
