package io.minsheng.workflow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * Stops a process where it stands, with every process it has called (suspending one does not suspend those), and lets it go on
 * there: the same tasks, the same people, each deadline and timer later by the working days in between. Joins the caller's
 * transaction.
 */
@ApplicationScoped
public class FreezeProcess {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final WorkItems items;
    private final Instance<Deadlines> deadlines;
    private final InstantSource clock;

    FreezeProcess(RuntimeService runtime, ManagementService management, TaskService tasks, WorkItems items,
            Instance<Deadlines> deadlines, InstantSource clock) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.items = items;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** From now on it takes no message and no timer fires; its tasks leave the lists and keep who has claimed them. */
    public void freeze(String processInstance) {
        items.flush();
        for (String each : family(processInstance)) {
            items.openIn(each).forEach(WorkItem::freeze);
            runtime.suspendProcessInstanceById(each);
        }
    }

    /** Lets a process that has stood still since {@code since} go on. */
    public void thaw(String processInstance, Instant since) {
        items.flush();
        int days = deadlines.get().pausedDays(since, clock.instant());
        for (String each : family(processInstance)) {
            runtime.activateProcessInstanceById(each);
            if (days > 0) {
                management.createJobQuery().processInstanceId(each).timers().list().forEach(timer -> moveTimer(timer, days));
            }
            items.openIn(each).forEach(item -> goOn(item, days));
            tasks.createTaskQuery().processInstanceId(each).list().forEach(this::keepDate);
        }
    }

    private void moveTimer(Job timer, int days) {
        Instant due = timer.getDuedate().toInstant();
        management.setJobDuedate(timer.getId(),
                Date.from(deadlines.get().later(new Deadline(due, due, false), days).at()));
    }

    private void goOn(WorkItem item, int days) {
        boolean moves = days > 0 && item.dueAt() != null;
        item.thaw(days, moves
                ? deadlines.get().later(new Deadline(item.dueAt(), item.yellowAt(), item.dueProvisional()), days)
                : null);
    }

    /** The engine's task is due with ours, whose date may also have been counted anew while it stood still. */
    private void keepDate(Task task) {
        Instant due = items.findById(task.getId()).dueAt();
        if (due != null && !due.equals(task.getDueDate().toInstant())) {
            tasks.setDueDate(task.getId(), Date.from(due));
        }
    }

    /** The process and all that it has called, and so on. */
    private List<String> family(String processInstance) {
        List<String> family = new ArrayList<>(List.of(processInstance));
        for (int i = 0; i < family.size(); i++) {
            runtime.createProcessInstanceQuery().superProcessInstanceId(family.get(i)).list().stream()
                    .map(ProcessInstance::getId).forEach(family::add);
        }
        return family;
    }
}
