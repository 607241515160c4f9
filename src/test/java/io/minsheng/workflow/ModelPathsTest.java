package io.minsheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * Walks every way through the models. What the real steps do is tested with the features; here it is the way alone, and that no
 * node is out of reach.
 */
class ModelPathsTest extends BareEngine {

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
        another();
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
}
