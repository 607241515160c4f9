package io.minsheng.workflow;

import jakarta.enterprise.context.ApplicationScoped;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;

/** Tells whether the process of a task has an element: one that began under an older model may lack it. */
@ApplicationScoped
public class HasElement {

    private final TaskService tasks;
    private final RepositoryService repository;

    HasElement(TaskService tasks, RepositoryService repository) {
        this.tasks = tasks;
        this.repository = repository;
    }

    /** @param element id in the model */
    public boolean in(WorkItem item, String element) {
        String definition = tasks.createTaskQuery().taskId(item.id()).singleResult().getProcessDefinitionId();
        return repository.getBpmnModelInstance(definition).getModelElementById(element) != null;
    }
}
