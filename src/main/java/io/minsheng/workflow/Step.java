package io.minsheng.workflow;

/**
 * What a service task of a model does. One singleton per service task; its bean name in the model is the class name with a
 * lower first letter. Runs in the transaction of whoever moved the process, at least once: be idempotent.
 */
public interface Step {

    void perform(Token token);
}
