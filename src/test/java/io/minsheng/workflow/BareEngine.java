package io.minsheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * The models on an engine with nothing around it, with steps that only set the variables that gateways ask. Every test has a
 * business key of its own; in the end each node must have been reached by one of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BareEngine {

    final Map<String, Map<String, Object>> answers = new HashMap<>();
    private final Set<String> nodes = new TreeSet<>();
    ProcessEngine engine;
    private int subjects;
    String key;

    @BeforeAll
    void startEngine() throws Exception {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("paths").setJdbcUrl("jdbc:h2:mem:paths;DB_CLOSE_DELAY=-1")
                .setJobExecutorActivate(false).setHistory("activity");
        configuration.setMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setDmnEnabled(false);
        configuration.setCustomPreBPMNParseListeners(List.of(new DueAtStart()));
        configuration.setBeans(steps());
        engine = configuration.buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (File file : ModelRulesTest.models()) {
            deployment.addModelInstance(file.getName(), Bpmn.readModelFromFile(file));
        }
        deployment.deploy();
    }

    @AfterAll
    void reachesEveryNode() {
        Set<String> visited = engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
        engine.close();
        assertThat(visited).as("flow nodes that a path test visits").containsAll(nodes);
    }

    @BeforeEach
    void answerAsUsual() {
        answers.clear();
        answers.put("askSupplement", Map.of("byHand", "NO", "supplementDue", new Date(4_102_444_800_000L)));
        answers.put("startSupplementClock", Map.of("supplementDue", new Date(4_102_444_800_000L)));
        answers.put("noteUnreached", Map.of("supplementDue", new Date(4_102_444_800_000L)));
        answers.put("openEvaluation", Map.of("remindAt", new Date(4_102_444_800_000L)));
        answers.put("closeEvaluation", Map.of("evaluationResult", "COMPLETE"));
        answers.put("returnToTriage", Map.of("evaluationResult", "RETURNED"));
        answers.put("openAnswer", Map.of("owed", "YES"));
        answers.put("openReport", Map.of("remindAt", new Date(4_102_444_800_000L)));
        another();
    }

    /** From here on it is about another case, list or project. */
    final void another() {
        key = "DZ2025-" + ++subjects;
    }

    final void startCase() {
        start("proposal", Map.of("caseNumber", key, "campaign", "DZ2025"));
    }

    final void start(String process, Map<String, Object> variables) {
        engine.getRuntimeService().startProcessInstanceByKey(process, key, variables);
    }

    final void startBy(String message, Map<String, Object> variables) {
        engine.getRuntimeService().startProcessInstanceByMessage(message, key, variables);
    }

    final void tell(String message) {
        engine.getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(key).correlate();
    }

    final void fireTimer() {
        execute(engine.getManagementService().createJobQuery().timers());
    }

    /** Runs what waits to run in a transaction of its own, once. */
    final void runJobs() {
        execute(engine.getManagementService().createJobQuery().messages());
    }

    private void execute(JobQuery jobs) {
        List<String> instances = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).list()
                .stream().map(instance -> instance.getId()).toList();
        jobs.list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    final void runJob() {
        String instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key)
                .singleResult().getId();
        engine.getManagementService().executeJob(
                engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult().getId());
    }

    final Task task(String id) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(id).singleResult();
    }

    final Task part(String part) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey("Task_Evaluate")
                .list().stream().filter(task -> part.equals(variable(task, "part"))).findFirst().orElseThrow();
    }

    final Object variable(Task task, String name) {
        return engine.getTaskService().getVariable(task.getId(), name);
    }

    final void complete(String id, String outcome) {
        complete(id, outcome, Map.of());
    }

    final void complete(String id, String outcome, Map<String, Object> more) {
        assertThat(task(id)).as(id).isNotNull();
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("outcome", outcome);
        engine.getTaskService().complete(task(id).getId(), variables);
    }

    final void complete(Task task, String outcome) {
        engine.getTaskService().complete(task.getId(), Map.of("outcome", outcome));
    }

    final void assertEnded() {
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).count()).isZero();
    }

    /** A bean for each step that a model names, as the engine will find the real ones. */
    private Map<Object, Object> steps() throws Exception {
        Map<Object, Object> beans = new HashMap<>();
        for (File file : ModelRulesTest.models()) {
            var model = Bpmn.readModelFromFile(file);
            model.getModelElementsByType(FlowNode.class).forEach(node -> nodes.add(node.getId()));
            model.getModelElementsByType(ServiceTask.class).stream()
                    .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                    .forEach(bean -> beans.put(bean, (JavaDelegate) execution -> perform(bean, execution)));
        }
        return beans;
    }

    private void perform(String step, DelegateExecution execution) {
        execution.setVariablesLocal(answers.getOrDefault(step, Map.of()));
        if (step.equals("assignPart")) {
            boolean lead = Integer.valueOf(0).equals(execution.getVariable("loopCounter"));
            execution.setVariableLocal("part", lead ? "LEAD" : "ASSIST");
            execution.setVariableLocal("organisation", lead ? "MZJ" : "JW");
        }
    }

    /** Stands in for the listener that computes due dates. */
    private static class DueAtStart extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.addListener(ExecutionListener.EVENTNAME_START,
                    (ExecutionListener) execution -> execution.setVariableLocal("dueAt", null));
        }
    }
}
