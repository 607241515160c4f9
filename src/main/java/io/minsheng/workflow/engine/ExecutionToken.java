package io.minsheng.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.Token;

/** The engine's execution as the steps see it. */
record ExecutionToken(DelegateExecution execution) implements Token {

    @Override
    public String businessKey() {
        return execution.getProcessBusinessKey();
    }

    @Override
    public String caseNumber() {
        return text(SubjectType.CASE.variable());
    }

    @Override
    public String campaign() {
        return text("campaign");
    }

    @Override
    public String processInstance() {
        return execution.getProcessInstanceId();
    }

    @Override
    public boolean knows(String element) {
        return execution.getBpmnModelInstance().getModelElementById(element) != null;
    }

    @Override
    public String text(String name) {
        return (String) execution.getVariable(name);
    }

    @Override
    public int number(String name) {
        return ((Number) execution.getVariable(name)).intValue();
    }

    @Override
    public void set(String name, Object value) {
        execution.setVariableLocal(name, value);
    }
}
