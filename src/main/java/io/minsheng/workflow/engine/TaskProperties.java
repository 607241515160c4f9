package io.minsheng.workflow.engine;

import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

import io.minsheng.workflow.SubjectType;

/** What a user task of a model says of itself: its queue, its step within the queue, what it is about. */
record TaskProperties(String queue, String step, SubjectType subject) {

    static TaskProperties of(BaseElement element) {
        Map<String, String> properties = element.getExtensionElements().getElementsQuery()
                .filterByType(CamundaProperties.class).singleResult().getCamundaProperties().stream()
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
        return new TaskProperties(properties.get("queue"), properties.get("step"),
                SubjectType.valueOf(properties.get("subject")));
    }
}
