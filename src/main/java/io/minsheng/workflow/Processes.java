package io.minsheng.workflow;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

import io.minsheng.platform.error.Refusal;

/** Starts processes and tells them what happened. Always inside the caller's transaction. */
@ApplicationScoped
public class Processes {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final CommandExecutor commands;
    private final Map<ProcessKey, String> newest = new ConcurrentHashMap<>();

    Processes(ProcessEngine engine) {
        this.runtime = engine.getRuntimeService();
        this.management = engine.getManagementService();
        this.repository = engine.getRepositoryService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    /**
     * Starts the newest version of a model that there was when this node first asked; returns the id of the instance. A later
     * one comes with a later program, whose steps this node does not know.
     */
    public String start(ProcessKey process, String businessKey, Map<String, Object> variables) {
        return runtime.startProcessInstanceById(newest.computeIfAbsent(process, this::definition), businessKey, variables)
                .getId();
    }

    /**
     * Lets the engine write the rows of everything that is started within at the end, those of one table in one go. What was
     * started within must not be asked for or told anything within: the database does not have it yet.
     */
    public <T> T together(Supplier<T> starts) {
        return commands.execute(context -> starts.get());
    }

    private String definition(ProcessKey process) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(process.key()).latestVersion().singleResult()
                .getId();
    }

    /** Starts the newest version of the model that begins with this message; returns the id of the instance. */
    public String startBy(MessageName message, String businessKey, Map<String, Object> variables) {
        return runtime.startProcessInstanceByMessage(message.id(), businessKey, variables).getId();
    }

    /**
     * Delivers a message to the process with this business key.
     *
     * @throws Refusal 409 when it does not wait for this message
     */
    public void deliver(MessageName message, String businessKey, Map<String, Object> variables) {
        if (!deliverIfAwaited(message, businessKey, variables)) {
            throw Refusal.conflict("办理进程已不在等待此项操作的环节。");
        }
    }

    /** Takes a running process away, its tasks with it: its subject goes another way. */
    public void cancel(String processInstance, String why) {
        runtime.deleteProcessInstance(processInstance, why);
    }

    /** Takes away whatever still runs of these kinds with this business key. */
    public void cancelAll(String businessKey, String why, ProcessKey... kinds) {
        String[] keys = Stream.of(kinds).map(ProcessKey::key).toArray(String[]::new);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).rootProcessInstances()
                .processDefinitionKeyIn(keys).list().forEach(each -> cancel(each.getId(), why));
    }

    /** Delivers a message if somebody waits for it; tells whether. */
    public boolean deliverIfAwaited(MessageName message, String businessKey, Map<String, Object> variables) {
        // asked first: an engine that finds nobody breaks the caller's transaction
        boolean awaited = runtime.createExecutionQuery().processInstanceBusinessKey(businessKey)
                .messageEventSubscriptionName(message.id()).count() > 0;
        if (awaited) {
            runtime.createMessageCorrelation(message.id()).processInstanceBusinessKey(businessKey).setVariables(variables)
                    .correlate();
        }
        return awaited;
    }

    /**
     * Tells many processes the same, one job each: after a kill the rest goes on. A process that does not wait for it is
     * passed over.
     *
     * @return id of the fan-out for {@link #fanOut}
     */
    public String tellEach(MessageName message, List<String> processInstances) {
        return runtime.createMessageCorrelationAsync(message.id()).processInstanceIds(processInstances)
                .correlateAllAsync().getId();
    }

    /** How far a fan-out is; all done once the engine has forgotten it. */
    public FanOut fanOut(String id, int total) {
        BatchStatistics batch = management.createBatchStatisticsQuery().batchId(id).singleResult();
        return batch == null ? new FanOut(total, total) : new FanOut(total, batch.getCompletedJobs());
    }

    /**
     * The same for many, with one question to the engine.
     *
     * @param totals how many each has to tell, by its id
     */
    public Map<String, FanOut> fanOuts(Map<String, Integer> totals) {
        // the engine forgets a fan-out that is through, so there are never many
        Map<String, Integer> done = totals.isEmpty() ? Map.of()
                : management.createBatchStatisticsQuery().list().stream()
                        .collect(Collectors.toMap(BatchStatistics::getId, BatchStatistics::getCompletedJobs));
        return totals.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> new FanOut(each.getValue(),
                done.getOrDefault(each.getKey(), each.getValue()))));
    }

    /** How many of how many processes have been told. */
    public record FanOut(int total, int done) {
    }
}
