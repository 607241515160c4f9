package io.minsheng.workflow;

import jakarta.enterprise.context.ApplicationScoped;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

import io.minsheng.platform.error.Refusal;

/**
 * Tells one task of several that run side by side something that its model waits for there. Always inside the caller's
 * transaction.
 */
@ApplicationScoped
public class TellTask {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final WorkItems items;

    TellTask(TaskService tasks, RuntimeService runtime, WorkItems items) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.items = items;
    }

    /**
     * Delivers the message to this task.
     *
     * @throws Refusal 409 when its process, begun under an older model, does not wait for it
     */
    public void tell(WorkItem item, MessageName message) {
        items.flush();
        String execution = tasks.createTaskQuery().taskId(item.id()).singleResult().getExecutionId();
        if (runtime.createEventSubscriptionQuery().executionId(execution).eventName(message.id()).count() == 0) {
            throw Refusal.conflict("这项任务按以前的流程办理，不支持此项操作。");
        }
        runtime.messageEventReceived(message.id(), execution);
    }
}
