package io.minsheng.workflow;

import java.util.Date;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.camunda.bpm.engine.TaskService;

/** Once a year's calendar is known, deadlines that were only provisional (暂定) are counted again; others are never rewritten. */
@ApplicationScoped
public class RecomputeDeadlines {

    private final WorkItems items;
    private final Deadlines deadlines;
    private final TaskService tasks;

    RecomputeDeadlines(WorkItems items, Deadlines deadlines, TaskService tasks) {
        this.items = items;
        this.deadlines = deadlines;
        this.tasks = tasks;
    }

    /** Counts the open provisional deadlines again; returns how many. */
    @Transactional
    public int provisional() {
        List<WorkItem> open = items.list("endedAt is null and dueProvisional = true");
        for (WorkItem item : open) {
            item.dueBy(deadlines.later(
                    deadlines.due(item.campaign(), item.queue(), item.step(), item.createdAt()), item.pausedDays()));
            // a suspended task takes no date; it gets its own when it goes on
            if (!item.frozen()) {
                tasks.setDueDate(item.id(), Date.from(item.dueAt()));
            }
        }
        return open.size();
    }
}
