package io.minsheng.workflow;

import jakarta.inject.Singleton;

import org.camunda.bpm.engine.TaskService;

import io.minsheng.platform.error.Refusal;

/** Changes who has a task, in our row and in the engine. */
@Singleton
class HoldersOfItems {

    static final String TAKEN = "这项任务已被他人领取，或者已经办结。";

    private final WorkItems items;
    private final TaskService tasks;

    HoldersOfItems(WorkItems items, TaskService tasks) {
        this.items = items;
        this.tasks = tasks;
    }

    /**
     * The item goes from who has it, as it was read, to another, or to nobody.
     *
     * @throws Refusal 409 somebody was quicker
     */
    void change(WorkItem item, String to) {
        String open = "endedAt is null and frozen = false";
        // the condition in the update, not the read before it, decides between two at once
        int won = item.assignee() == null
                ? items.update("assignee = ?1 where id = ?2 and assignee is null and " + open, to, item.id())
                : items.update("assignee = ?1 where id = ?2 and assignee = ?3 and " + open, to, item.id(), item.assignee());
        if (won == 0) {
            throw Refusal.conflict(TAKEN);
        }
        tasks.setAssignee(item.id(), to);
        items.getEntityManager().refresh(item);
    }

    /** Nobody has it any more, whatever state it is in; a frozen one keeps nobody who is gone. */
    void release(WorkItem item) {
        item.assignTo(null);
        if (!item.frozen()) {
            tasks.setAssignee(item.id(), null);
        }
    }
}
