package io.minsheng.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;

/** Once a year's calendar is known, deadlines that were only provisional (暂定) are counted again; others are never rewritten. */
@ApplicationScoped
public class RecomputeDeadlines {

    private final WorkItems items;
    private final Deadlines deadlines;
    private final TaskService tasks;
    private final ManagementService management;

    RecomputeDeadlines(WorkItems items, Deadlines deadlines, TaskService tasks, ManagementService management) {
        this.items = items;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.management = management;
    }

    /** Counts the open provisional deadlines again; returns how many. */
    @Transactional
    public int provisional() {
        List<WorkItem> open = items.list("endedAt is null and dueProvisional = true");
        for (WorkItem item : open) {
            Instant before = item.dueAt();
            item.dueBy(deadlines.later(given(item), item.pausedDays()));
            // a suspended task takes no date; it gets its own when it goes on
            if (!item.frozen()) {
                tasks.setDueDate(item.id(), Date.from(item.dueAt()));
            }
            moveReminders(item, before);
        }
        return open.size();
    }

    /** By the days that were given when the task began, not by those the campaign allows by now. */
    private Deadline given(WorkItem item) {
        return item.grantedDays() == null
                ? deadlines.due(item.campaign(), item.queue(), item.step(), item.createdAt())
                : deadlines.counted(item.grantedDays(), item.createdAt());
    }

    /** What would ring at the old deadline rings at the new one. */
    private void moveReminders(WorkItem item, Instant before) {
        management.createJobQuery().processInstanceId(item.processInstance()).timers().list().stream()
                .filter(timer -> timer.getDuedate().toInstant().equals(before))
                .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(item.dueAt())));
    }
}
