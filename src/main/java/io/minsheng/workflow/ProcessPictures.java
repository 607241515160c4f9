package io.minsheng.workflow;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;

import io.minsheng.workflow.picture.ProcessPicture;

/** Draws where a process stands: the model in the version by which it runs, the steps it has passed and those it is at. */
@ApplicationScoped
public class ProcessPictures {

    private static final String HERE = "现在在这里";

    private final HistoryService history;
    private final RepositoryService repository;
    private final ProcessPicture picture;

    ProcessPictures(HistoryService history, RepositoryService repository, ProcessPicture picture) {
        this.history = history;
        this.repository = repository;
        this.picture = picture;
    }

    /**
     * A drawn process.
     *
     * @param name Chinese name of the model
     * @param version of the model by which it runs
     * @param running false once it has ended
     * @param svg one {@code <svg>} element that can be put into a page as it is
     */
    public record Drawn(String name, int version, boolean running, String svg) {
    }

    /** The newest process of this kind with this business key; empty when there was none. */
    @Transactional
    public Optional<Drawn> of(ProcessKey process, String businessKey) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process.key())
                .processInstanceBusinessKey(businessKey).orderByProcessInstanceStartTime().desc().listPage(0, 1).stream()
                .findFirst().map(this::draw);
    }

    private Drawn draw(HistoricProcessInstance instance) {
        ProcessDefinition definition = repository.getProcessDefinition(instance.getProcessDefinitionId());
        var activities = history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list();
        Set<String> current = activities.stream().filter(each -> each.getEndTime() == null)
                .map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
        Set<String> done = activities.stream().filter(each -> each.getEndTime() != null)
                .map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
        String svg = picture.draw(repository.getBpmnModelInstance(definition.getId()), current, done, HERE);
        return new Drawn(definition.getName(), definition.getVersion(), instance.getEndTime() == null, svg);
    }
}
