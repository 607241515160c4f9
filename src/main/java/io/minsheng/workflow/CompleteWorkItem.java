package io.minsheng.workflow;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.camunda.bpm.engine.TaskService;

import com.fasterxml.jackson.databind.JsonNode;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Unreadable;

/** Completes a claimed task: the queue's {@link Completion} does the work, then the model moves on, in one transaction. */
@ApplicationScoped
public class CompleteWorkItem {

    private final WorkItems items;
    private final Completions completions;
    private final TaskService tasks;
    private final ReadBody readBody;

    CompleteWorkItem(WorkItems items, Completions completions, TaskService tasks, ReadBody readBody) {
        this.items = items;
        this.completions = completions;
        this.tasks = tasks;
        this.readBody = readBody;
    }

    /**
     * Completes with the JSON body of the contract.
     *
     * @throws Refusal 400 unknown field or outcome, with all that is wrong; 403, 404, 409
     */
    @Transactional
    public WorkItem complete(String id, JsonNode body, Actor actor) {
        WorkItem item = items.claimedBy(id, actor);
        Completion<?> completion = completions.of(item);
        return read(item, completion, body, actor);
    }

    /**
     * Completes with a form that a page has filled.
     *
     * @throws Refusal as above
     */
    @Transactional
    public WorkItem completeForm(String id, Object form, Actor actor) {
        return completeForm(id, form, Unreadable.NOTHING, actor);
    }

    /**
     * The same for a page on which fields could not be read; the form has null for them.
     *
     * @throws Refusal as above, always if a field could not be read
     */
    @Transactional
    public WorkItem completeForm(String id, Object form, Unreadable unreadable, Actor actor) {
        WorkItem item = items.claimedBy(id, actor);
        return unreadable.besides(() -> completeWith(item, completions.of(item), form, actor));
    }

    private <F> WorkItem read(WorkItem item, Completion<F> completion, JsonNode body, Actor actor) {
        ReadBody.Read<F> read = readBody.read(body, completion.form());
        return read.unreadable().besides(() -> completeWith(item, completion, read.form(), actor));
    }

    private <F> WorkItem completeWith(WorkItem item, Completion<F> completion, Object form, Actor actor) {
        Map<String, Object> variables = completion.complete(item, completion.form().cast(form), actor);
        items.flush();
        tasks.complete(item.id(), variables);
        return item;
    }
}
