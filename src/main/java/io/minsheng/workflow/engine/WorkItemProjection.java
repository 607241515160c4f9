package io.minsheng.workflow.engine;

import jakarta.inject.Singleton;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;

import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItemLog;
import io.minsheng.workflow.WorkItemLog.Begun;

/** Translates the engine's task events into our work items. */
@Singleton
class WorkItemProjection {

    private final WorkItemLog log;

    WorkItemProjection(WorkItemLog log) {
        this.log = log;
    }

    void created(DelegateTask task) {
        TaskProperties properties = TaskProperties.of(task.getBpmnModelElementInstance());
        String role = task.getCandidates().stream().map(IdentityLink::getGroupId).findFirst().orElseThrow();
        // the execution has its variables in memory; the task itself would look for own ones in the database first
        DelegateExecution execution = task.getExecution();
        SubjectType subject = properties.subject(execution);
        log.begin(new Begun(task.getId(), task.getProcessInstanceId(), properties.queue(), properties.step(), task.getName(),
                role, (String) execution.getVariable("part"), (String) execution.getVariable("organisation"),
                subject, (String) execution.getVariable(subject.variable()), properties.namedDue(execution)));
    }

    void completed(DelegateTask task) {
        log.end(task.getId(), "COMPLETED");
    }

    void deleted(DelegateTask task) {
        log.end(task.getId(), "CANCELLED");
    }
}
