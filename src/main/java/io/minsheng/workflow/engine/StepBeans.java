package io.minsheng.workflow.engine;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Instance.Handle;
import jakarta.inject.Singleton;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import io.minsheng.workflow.Step;

/** The only beans that models can name: the steps. */
@Singleton
class StepBeans {

    private final Map<Object, Object> delegates = new HashMap<>();

    StepBeans(Instance<Step> steps) {
        for (Handle<Step> step : steps.handles()) {
            delegates.put(nameOf(step.getBean().getBeanClass()), new StepDelegate(step));
        }
    }

    Map<Object, Object> delegates() {
        return delegates;
    }

    static String nameOf(Class<?> step) {
        String name = step.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Resolves its step at the first run, since steps themselves need the engine. */
    private record StepDelegate(Handle<Step> step) implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            step.get().perform(new ExecutionToken(execution));
        }
    }
}
