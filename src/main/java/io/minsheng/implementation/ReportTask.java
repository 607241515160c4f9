package io.minsheng.implementation;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** The task of reporting a month, in somebody's hands. */
@Singleton
class ReportTask {

    private final WorkItems items;
    private final Projects projects;

    ReportTask(WorkItems items, Projects projects) {
        this.items = items;
        this.projects = projects;
    }

    /**
     * The project that the task is about. The task is held until the transaction ends: who reports at the same time waits.
     *
     * @throws Refusal 403, 404 also for a task of another kind, 409 not claimed, or ended
     */
    Project held(String taskId, Actor actor) {
        WorkItem item = items.claimedBy(taskId, actor);
        if (!item.queue().equals("PROGRESS")) {
            throw Refusal.notFound("没有这项任务，或者您无权查看。");
        }
        return projects.byId(item.subjectId());
    }
}
