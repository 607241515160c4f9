package io.minsheng.workflow.engine;

import jakarta.inject.Singleton;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Hangs our listeners on every user task of every model, so that no model can forget them. */
@Singleton
class WorkItemListeners extends AbstractBpmnParseListener {

    private final ComputeDueDate computeDueDate;
    private final WorkItemProjection projection;

    WorkItemListeners(ComputeDueDate computeDueDate, WorkItemProjection projection) {
        this.computeDueDate = computeDueDate;
        this.projection = projection;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, computeDueDate);
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, projection::created);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, projection::completed);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, projection::deleted);
    }
}
