package io.minsheng.workflow.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import io.minsheng.workflow.Deadlines;

/**
 * Sets the variable {@code dueAt} just before a user task begins, from the deadline somebody named or the campaign's for its
 * queue.
 */
@Singleton
class ComputeDueDate implements ExecutionListener {

    private final Instance<Deadlines> deadlines;
    private final InstantSource clock;

    ComputeDueDate(Instance<Deadlines> deadlines, InstantSource clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        TaskProperties task = TaskProperties.of(execution.getBpmnModelElementInstance());
        String campaign = (String) execution.getVariable("campaign");
        Instant named = task.namedDue(execution);
        execution.setVariableLocal("dueAt", Date.from(named != null ? named
                : deadlines.get().due(campaign, task.queue(), task.step(), clock.instant()).at()));
    }
}
