package io.minsheng.workflow.engine;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

import io.minsheng.workflow.SubjectType;

/**
 * What a user task of a model says of itself.
 *
 * @param step within the queue, or null
 * @param subjects what it may be about: the first of these of which the process has the variable
 * @param due name of the variable that holds the deadline somebody named; null where the campaign's counts
 */
record TaskProperties(String queue, String step, List<SubjectType> subjects, String due) {

    static TaskProperties of(BaseElement element) {
        Map<String, String> properties = element.getExtensionElements().getElementsQuery()
                .filterByType(CamundaProperties.class).singleResult().getCamundaProperties().stream()
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
        return new TaskProperties(properties.get("queue"), properties.get("step"),
                Arrays.stream(properties.get("subject").split(",")).map(SubjectType::valueOf).toList(),
                properties.get("due"));
    }

    /** What a task is about. */
    SubjectType subject(VariableScope scope) {
        return subjects.stream().filter(each -> scope.getVariable(each.variable()) != null).findFirst().orElseThrow();
    }

    /** The deadline somebody named; null where the campaign's counts. */
    Instant namedDue(VariableScope scope) {
        Date named = due == null ? null : (Date) scope.getVariable(due);
        return named == null ? null : named.toInstant();
    }
}
