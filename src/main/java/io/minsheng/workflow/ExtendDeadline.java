package io.minsheng.workflow;

import java.util.Date;

import jakarta.enterprise.context.ApplicationScoped;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** Gives a running task more working days, counted from its present deadline. Joins the caller's transaction. */
@ApplicationScoped
public class ExtendDeadline {

    private final WorkItems items;
    private final Deadlines deadlines;
    private final TaskService tasks;
    private final ManagementService management;

    ExtendDeadline(WorkItems items, Deadlines deadlines, TaskService tasks, ManagementService management) {
        this.items = items;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.management = management;
    }

    /**
     * Moves the deadline and takes away the timer that would ring at the old one; the model sets a new one.
     *
     * @param workItem an open one with a deadline
     * @return the new deadline
     */
    public Deadline extend(String workItem, int days) {
        WorkItem item = items.findById(workItem);
        Deadline later = deadlines.later(new Deadline(item.dueAt(), item.yellowAt(), item.dueProvisional()), days);
        item.extend(days, later);
        Task task = tasks.createTaskQuery().taskId(workItem).singleResult();
        tasks.setDueDate(workItem, Date.from(later.at()));
        management.createJobQuery().executionId(task.getExecutionId()).timers().list().stream().map(Job::getId)
                .forEach(management::deleteJob);
        return later;
    }
}
