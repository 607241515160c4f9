package io.minsheng.workflow;

import java.util.Map;

import io.minsheng.platform.actor.Actor;

/**
 * What happens when a person completes a task: one bean per queue and step.
 *
 * @param <F> a record; the JSON body of the contract and the fields of our page
 */
public interface Completion<F> {

    String queue();

    /** The step within the queue; null where the queue has none. */
    default String step() {
        return null;
    }

    Class<F> form();

    /**
     * Checks the form, changes our tables and returns the variables for the model, {@code outcome} among them.
     *
     * @throws io.minsheng.platform.error.Refusal 400 bad field or outcome, 403 two-person rule, 409 the state forbids it
     */
    Map<String, Object> complete(WorkItem item, F form, Actor actor);
}
