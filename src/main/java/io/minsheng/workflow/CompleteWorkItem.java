package io.minsheng.workflow;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.camunda.bpm.engine.TaskService;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;

/** Completes a claimed task: the queue's {@link Completion} does the work, then the model moves on, in one transaction. */
@ApplicationScoped
public class CompleteWorkItem {

    private final WorkItems items;
    private final Completions completions;
    private final TaskService tasks;
    private final ObjectMapper json;

    CompleteWorkItem(WorkItems items, Completions completions, TaskService tasks, ObjectMapper json) {
        this.items = items;
        this.completions = completions;
        this.tasks = tasks;
        this.json = json;
    }

    /**
     * Completes with the JSON body of the contract.
     *
     * @throws Refusal 400 unknown field or outcome, 403, 404, 409
     */
    @Transactional
    public WorkItem complete(String id, JsonNode body, Actor actor) {
        WorkItem item = items.claimedBy(id, actor);
        Completion<?> completion = completions.of(item);
        return completeWith(item, completion, read(body, completion.form()), actor);
    }

    /**
     * Completes with a form that a page has filled.
     *
     * @throws Refusal as above
     */
    @Transactional
    public WorkItem completeForm(String id, Object form, Actor actor) {
        WorkItem item = items.claimedBy(id, actor);
        return completeWith(item, completions.of(item), form, actor);
    }

    private <F> WorkItem completeWith(WorkItem item, Completion<F> completion, Object form, Actor actor) {
        Map<String, Object> variables = completion.complete(item, completion.form().cast(form), actor);
        items.flush();
        tasks.complete(item.id(), variables);
        return item;
    }

    private <F> F read(JsonNode body, Class<F> form) {
        if (body == null || !body.isObject()) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        try {
            return json.treeToValue(body, form);
        } catch (JsonMappingException e) {
            String field = e.getPath().isEmpty() ? "body" : e.getPath().get(e.getPath().size() - 1).getFieldName();
            throw Refusal.invalid(field == null ? "body" : field, "字段名称或取值不正确。");
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("body", "请求内容不是有效的 JSON。");
        }
    }
}
