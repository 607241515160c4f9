package io.minsheng.workflow;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.camunda.bpm.engine.TaskService;

import io.minsheng.platform.error.Refusal;

/**
 * Completes a task that another person should have done, without claiming it, e.g. waives the opinion of a department that does
 * not answer. Who may do so is for the caller to check and to write down.
 */
@ApplicationScoped
public class CompleteInstead {

    private final WorkItems items;
    private final TaskService tasks;

    CompleteInstead(WorkItems items, TaskService tasks) {
        this.items = items;
        this.tasks = tasks;
    }

    /**
     * Moves the process on from this task.
     *
     * @param variables what a {@link Completion} would return
     * @throws Refusal 409 already ended, or paused by a merge
     */
    @Transactional
    public void complete(WorkItem item, Map<String, Object> variables) {
        if (!item.open()) {
            throw Refusal.conflict("这项任务已经办结。");
        }
        if (item.frozen()) {
            throw Refusal.conflict(WorkItems.FROZEN);
        }
        items.flush();
        tasks.complete(item.id(), variables);
    }
}
