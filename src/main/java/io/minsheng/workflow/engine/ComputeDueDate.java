package io.minsheng.workflow.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

import io.minsheng.workflow.Deadlines;

/**
 * Sets the variable {@code dueAt} just before a user task begins, from the deadline somebody named or the campaign's for its
 * queue. The task keeps the date, so the variable lives no longer than the step that makes the task.
 */
@Singleton
class ComputeDueDate implements ExecutionListener {

    private static final String DUE_AT = "dueAt";

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
        Date due = Date.from(named != null ? named
                : deadlines.get().due(campaign, task.queue(), task.step(), clock.instant()).at());
        execution.setVariableLocal(DUE_AT, Variables.dateValue(due, !kept(execution)));
    }

    /**
     * A process that an earlier version of the program began keeps the variable, and the engine lets it become no other kind.
     */
    private static boolean kept(DelegateExecution execution) {
        TypedValue before = execution.getVariableLocalTyped(DUE_AT);
        return before != null && !before.isTransient();
    }
}
