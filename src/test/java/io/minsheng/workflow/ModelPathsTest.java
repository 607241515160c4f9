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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Walks every way through the models on the bare engine, with steps that only set the variables that gateways ask. What
 * the real steps do is tested with the features; here it is the way alone, and that no node is out of reach.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelPathsTest {

    private final Map<String, Map<String, Object>> answers = new HashMap<>();
    private final Set<String> nodes = new TreeSet<>();
    private ProcessEngine engine;
    private int cases;
    private String key;

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
        key = "DZ2025-" + ++cases;
    }

    @Test
    void asksBackUntilSuppliedOrExpired() {
        startCase();
        complete("Task_Triage", "ASK_SUPPLEMENT");
        tell("Message_Supplement");
        complete("Task_Triage", "ASK_SUPPLEMENT");
        fireTimer();
        complete("Task_Triage", "REJECT");
        answerThrough("ONLINE");
        assertEnded();
    }

    @Test
    void aPersonTellsAQuestionThatNothingElseBrings() {
        answers.put("askSupplement", Map.of("byHand", "YES"));
        startCase();
        complete("Task_Triage", "ASK_SUPPLEMENT");
        assertThat(timers()).as("the author's clock stands").isZero();
        complete("Task_TellQuestion", "DONE");
        assertThat(timers()).isEqualTo(1);
        tell("Message_Supplement");
        complete("Task_Triage", "ASK_SUPPLEMENT");
        complete("Task_TellQuestion", "UNREACHABLE");
        fireTimer();
        complete("Task_Triage", "ASK_SUPPLEMENT");
        complete("Task_TellQuestion", "ANSWERED");
        complete("Task_Triage", "ASK_SUPPLEMENT");
        tell("Message_Supplement");
        assertThat(task("Task_TellQuestion")).as("answered before somebody called").isNull();
        complete("Task_Triage", "ASK_SUPPLEMENT");
        tell("Message_Withdrawn");
        assertEnded();
    }

    @Test
    void aQuestionThatCameBackIsToldByAPersonAndItsClockStartsAnew() {
        startCase();
        complete("Task_Triage", "ASK_SUPPLEMENT");
        tell("Message_QuestionUndeliverable");
        assertThat(timers()).isZero();
        complete("Task_TellQuestion", "DONE");
        fireTimer();
        complete("Task_Triage", "REJECT");
        answerThrough("ONLINE");
        assertEnded();
    }

    private long timers() {
        String instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key)
                .singleResult().getId();
        return engine.getManagementService().createJobQuery().processInstanceId(instance).timers().count();
    }

    @Test
    void refersAndAnswersOnPaper() {
        startCase();
        complete("Task_Triage", "REFER");
        complete("Task_DraftAnswer", "SUBMIT");
        complete("Task_ReleaseAnswer", "RETURN");
        answerThrough("LETTER");
        complete("Task_DeliverAnswer", "DONE");
        assertEnded();
    }

    @Test
    void oneEvaluationEndsWhenEachPartHasSubmittedReturnedOrBeenWaived() {
        accept(3);
        fireTimer();
        complete(part("ASSIST"), "RETURN");
        complete(part("LEAD"), "SUBMIT");
        complete(part("ASSIST"), "WAIVE");
        complete("Task_Conclusion", "RE_EVALUATE");
        complete(part("LEAD"), "SUBMIT");
        complete(part("ASSIST"), "SUBMIT");
        complete(part("ASSIST"), "SUBMIT");
        complete("Task_Conclusion", "NOT_ADOPT");
        answerThrough("EMAIL");
        tell("Message_AnswerSent");
        assertEnded();
    }

    @Test
    void aDepartmentGetsMoreTimeOrNotAndIsRemindedAfterIt() {
        accept(2);
        askForMoreTime("LEAD");
        complete("Task_JudgeExtension", "REFUSE");
        askForMoreTime("LEAD");
        complete("Task_JudgeExtension", "APPROVE");
        fireTimer();
        askForMoreTime("ASSIST");
        complete(part("ASSIST"), "SUBMIT");
        assertThat(task("Task_JudgeExtension")).as("asked by who has answered since").isNull();
        askForMoreTime("LEAD");
        complete(part("LEAD"), "SUBMIT");
        complete("Task_Conclusion", "RESERVE");
        answerThrough("ONLINE");
        assertEnded();
    }

    private void askForMoreTime(String part) {
        engine.getRuntimeService().messageEventReceived("Message_ExtensionAsked", part(part).getExecutionId());
    }

    @Test
    void aLeadsReturnEndsTheRound() {
        accept(2);
        complete(part("LEAD"), "RETURN");
        complete("Task_Triage", "ACCEPT", Map.of("roundId", "R2", "partCount", 1));
        complete(part("LEAD"), "SUBMIT");
        complete("Task_Conclusion", "RESERVE");
        answerThrough("EMAIL");
        tell("Message_AnswerUndeliverable");
        complete("Task_DeliverAnswer", "DONE");
        assertEnded();
    }

    @Test
    void aSignedAnswerIsStoppedWhileItIsHeldOrGoesWhenTheTimeIsOver() {
        Map<String, Object> held = Map.of("heldUntil", new Date(4_102_444_800_000L));
        startCase();
        complete("Task_Triage", "REJECT");
        complete("Task_DraftAnswer", "SUBMIT");
        complete("Task_ReleaseAnswer", "HOLD", held);
        tell("Message_AnswerStopped");
        complete("Task_DraftAnswer", "SUBMIT");
        complete("Task_ReleaseAnswer", "HOLD", held);
        answers.put("publishAnswer", Map.of("way", "ONLINE"));
        fireTimer();
        assertEnded();
    }

    @Test
    void anAnswerByAGatewayIsSentOrBroughtAnotherWay() {
        for (String news : List.of("Message_AnswerSent", "Message_AnswerUndeliverable")) {
            answers.put("openAnswer", Map.of("owed", "RELEASED"));
            answers.put("publishAnswer", Map.of("way", "SMS"));
            start("answer", Map.of("caseNumber", key, "campaign", "DZ2025"));
            tell(news);
            if (news.equals("Message_AnswerUndeliverable")) {
                complete("Task_DeliverAnswer", "DONE");
            }
            assertEnded();
        }
    }

    @Test
    void anAnswerThatCameBackIsDeliveredAnotherWay() {
        startBy("Message_AnswerBounced", Map.of("caseNumber", key, "campaign", "DZ2025"));
        complete("Task_DeliverAnswer", "DONE");
        assertEnded();
    }

    @Test
    void anAdoptedCaseWaitsForListDecisionAndPublication() {
        shortlist("ADOPTED");
        tell("Message_Published");
        answerThrough("ONLINE");
        assertEnded();
    }

    @Test
    void aDecisionMayDeclineOrReserve() {
        answers.put("openAnswer", Map.of("owed", "NO"));
        shortlist("NOT_ADOPTED");
        assertEnded();
        key = "DZ2025-" + ++cases;
        shortlist("RESERVED");
        assertEnded();
    }

    @Test
    void aWithdrawalEndsTheCaseWithItsEvaluation() {
        accept(2);
        tell("Message_Withdrawn");
        assertEnded();
    }

    @Test
    void aCampaignRunsListRoundsSideBySide() {
        start("campaign", Map.of("campaign", key));
        answers.put("openList", Map.of("listId", "L1"));
        answers.put("announceDecision", Map.of("anyAdopted", "NO"));
        tell("Message_CandidateWaiting");
        complete("Task_Shortlist", "FREEZE");
        answers.put("openList", Map.of("listId", "L2"));
        tell("Message_CandidateWaiting");
        assertThat(variable(task("Task_Decision"), "listId")).isEqualTo("L1");
        assertThat(variable(task("Task_Shortlist"), "listId")).isEqualTo("L2");
        complete("Task_Decision", "RECORD");
        complete("Task_Shortlist", "FREEZE");
        answers.put("announceDecision", Map.of("anyAdopted", "YES"));
        complete("Task_Decision", "RECORD");
        complete("Task_DraftPublication", "SUBMIT");
        complete("Task_ReleasePublication", "RETURN");
        complete("Task_DraftPublication", "SUBMIT");
        complete("Task_ReleasePublication", "RELEASE");
        tell("Message_CampaignClosed");
        assertEnded();
    }

    @Test
    void aPublishedListIsCorrectedOrNotAfterAll() {
        start("correction", Map.of("listId", key, "campaign", "DZ2025"));
        complete("Task_DraftCorrection", "SUBMIT");
        complete("Task_ReleaseCorrection", "RETURN");
        complete("Task_DraftCorrection", "SUBMIT");
        complete("Task_ReleaseCorrection", "RELEASE");
        assertEnded();
        start("correction", Map.of("listId", key, "campaign", "DZ2025"));
        complete("Task_DraftCorrection", "CANCEL");
        assertEnded();
    }

    @Test
    void anOlderVersionOfAPublishedListIsBlackedOutOrNot() {
        for (String outcome : List.of("REDACT", "DECLINE")) {
            start("redaction", Map.of("listId", key, "campaign", "DZ2025"));
            complete("Task_JudgeRedaction", outcome);
            assertEnded();
        }
    }

    @Test
    void aMergedCaseIsAnsweredWithItsMainCase() {
        answers.put("openAnswer", Map.of("owed", "RELEASED"));
        answers.put("publishAnswer", Map.of("way", "LETTER"));
        start("merged", Map.of("caseNumber", key, "campaign", "DZ2025"));
        runJob();
        complete("Task_DeliverAnswer", "DONE");
        assertEnded();
    }

    @Test
    void aReviewMakesACaseAttachesOrIgnores() {
        for (String outcome : List.of("CASE", "ATTACH", "IGNORE")) {
            start("review", Map.of("messageId", key, "campaign", "DZ2025"));
            complete("Task_Review", outcome);
            assertEnded();
        }
    }

    @Test
    void aProjectIsReportedMonthByMonthUntilItIsClosed() {
        start("implementation", Map.of("projectId", key, "campaign", "DZ2025", "organisation", "MZJ"));
        fireTimer();
        complete("Task_ReportProgress", "REPORT", progress("ONGOING", 2));
        runJobs();
        runJobs();
        fireTimer();
        complete("Task_ReportProgress", "REPORT", progress("ONGOING", 0));
        fireTimer();
        complete("Task_ReportProgress", "REPORT", progress("COMPLETED", 1));
        runJobs();
        assertEnded();
    }

    @Test
    void aProjectClosedByMistakeIsReportedAgain() {
        Map<String, Object> variables = new HashMap<>(progress("ONGOING", 1));
        variables.putAll(Map.of("projectId", key, "campaign", "DZ2025", "organisation", "MZJ"));
        startBy("Message_ProjectReopened", variables);
        runJobs();
        fireTimer();
        complete("Task_ReportProgress", "REPORT", progress("COMPLETED", 0));
        assertEnded();
    }

    @Test
    void aSupervisionIsIssuedDismissedOrNotNeededAnyMore() {
        overdue();
        complete("Task_Notice", "DISMISS");
        assertEnded();
        overdue();
        tell("Message_SupervisionMoot");
        assertEnded();
        for (String interview : List.of("APPROVE", "DECLINE")) {
            overdue();
            complete("Task_Notice", "ISSUE", Map.of("replyDue", new Date(4_102_444_800_000L)));
            fireTimer();
            complete("Task_Interview", interview);
            complete("Task_Reply", "REPLY");
            assertEnded();
        }
    }

    private void overdue() {
        start("supervision", Map.of("caseNumber", key, "campaign", "DZ2025", "organisation", "MZJ"));
    }

    private static Map<String, Object> progress(String state, int cases) {
        return Map.of("projectState", state, "caseCount", cases, "nextReportAt", new Date(4_102_444_800_000L));
    }

    @Test
    void aBadRatingReopensTheCaseOrIsKept() {
        for (String outcome : List.of("REOPEN", "KEEP")) {
            startBy("Message_BadRating", Map.of("caseNumber", key, "campaign", "DZ2025"));
            complete("Task_ReviewRating", outcome);
            assertEnded();
        }
    }

    @Test
    void photosOfAReportAreLookedAt() {
        startBy("Message_PhotosSent", Map.of("projectId", key, "campaign", "DZ2025"));
        complete("Task_ReviewPhotos", "JUDGE");
        assertEnded();
    }

    @Test
    void aRequestAboutTheOwnDataIsGrantedOrRefused() {
        for (String outcome : List.of("GRANT", "REFUSE")) {
            startBy("Message_DataRequest", Map.of("caseNumber", key, "campaign", "DZ2025"));
            complete("Task_DataRequest", outcome);
            assertEnded();
        }
    }

    @Test
    void aReopenedCaseIsTriagedConcludedOrOnlyAnsweredAgain() {
        reopen("TRIAGE");
        complete("Task_Triage", "REJECT");
        answerThrough("ONLINE");
        assertEnded();
        reopen("CONCLUSION");
        complete("Task_Conclusion", "RESERVE");
        answerThrough("ONLINE");
        assertEnded();
        reopen("ANSWER");
        answerThrough("ONLINE");
        assertEnded();
    }

    private void reopen(String restartAt) {
        startBy("Message_Reopened", Map.of("caseNumber", key, "campaign", "DZ2025", "restartAt", restartAt));
    }

    private void accept(int parts) {
        startCase();
        complete("Task_Triage", "ACCEPT", Map.of("roundId", "R1", "partCount", parts));
    }

    private void shortlist(String result) {
        answers.put("applyDecision", Map.of("decisionResult", result));
        accept(1);
        complete(part("LEAD"), "SUBMIT");
        complete("Task_Conclusion", "SHORTLIST");
        tell("Message_ListFrozen");
        tell("Message_Decided");
    }

    private void answerThrough(String way) {
        answers.put("publishAnswer", Map.of("way", way));
        complete("Task_DraftAnswer", "SUBMIT");
        complete("Task_ReleaseAnswer", "RELEASE");
    }

    private void startCase() {
        start("proposal", Map.of("caseNumber", key, "campaign", "DZ2025"));
    }

    private void start(String process, Map<String, Object> variables) {
        engine.getRuntimeService().startProcessInstanceByKey(process, key, variables);
    }

    private void startBy(String message, Map<String, Object> variables) {
        engine.getRuntimeService().startProcessInstanceByMessage(message, key, variables);
    }

    private void tell(String message) {
        engine.getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(key).correlate();
    }

    private void fireTimer() {
        execute(engine.getManagementService().createJobQuery().timers());
    }

    /** Runs what waits to run in a transaction of its own, once. */
    private void runJobs() {
        execute(engine.getManagementService().createJobQuery().messages());
    }

    private void execute(JobQuery jobs) {
        List<String> instances = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).list()
                .stream().map(instance -> instance.getId()).toList();
        jobs.list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    private void runJob() {
        String instance = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key)
                .singleResult().getId();
        engine.getManagementService().executeJob(
                engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult().getId());
    }

    private Task task(String id) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(id).singleResult();
    }

    private Task part(String part) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey("Task_Evaluate")
                .list().stream().filter(task -> part.equals(variable(task, "part"))).findFirst().orElseThrow();
    }

    private Object variable(Task task, String name) {
        return engine.getTaskService().getVariable(task.getId(), name);
    }

    private void complete(String id, String outcome) {
        complete(id, outcome, Map.of());
    }

    private void complete(String id, String outcome, Map<String, Object> more) {
        assertThat(task(id)).as(id).isNotNull();
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("outcome", outcome);
        engine.getTaskService().complete(task(id).getId(), variables);
    }

    private void complete(Task task, String outcome) {
        engine.getTaskService().complete(task.getId(), Map.of("outcome", outcome));
    }

    private void assertEnded() {
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
