package io.minsheng.supervision;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.project;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.minsheng.fixture.Handling.taskOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.workflow.ProcessKey;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SupervisionTest {

    private static final StaffUser HOUSING = new StaffUser("dept-housing");
    private static final StaffUser LEADER = new StaffUser("leader");
    private static final LocalDate TOMORROW = Shanghai.date(Instant.now()).plusDays(1);
    private static final Map<String, Object> ISSUE = Map.of("outcome", "ISSUE", "dueOn", TOMORROW.toString(), "text",
            "请立即提交评估意见，并说明逾期原因。");

    @Inject
    Clockwork clockwork;

    /** A case whose only department is overdue and was reminded. */
    private String overdue() {
        String number = Submission.web().titled("路灯坏了半年请打" + Submission.PHONE).caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of()));
        assertThat(clockwork.fireTimers(number)).isEqualTo(1);
        return number;
    }

    private static void submits(String number) {
        HOUSING.settle("EVALUATION", number, Map.of("outcome", "SUBMIT", "scores",
                Map.of("INCLUSIVENESS", 4, "EFFECTIVENESS", 5, "FEASIBILITY", 3, "MEASURABILITY", 4), "recommendation",
                "ADOPT", "opinion", "可行。", "thisYear", "FULL"));
    }

    private static String supervision(String caseNumber) {
        return CHIEF.call().get("/api/v1/cases/" + caseNumber).then().statusCode(200).extract().path("supervisions[0].id");
    }

    @Test
    void aNoticeIsNumberedPrintedAndAnsweredInWriting() throws IOException {
        String number = overdue();
        CHIEF.call().queryParam("queue", "SUPERVISION").queryParam("q", number).get("/api/v1/tasks").then()
                .body("items[0].step", equalTo("NOTICE")).body("items[0].subject.type", equalTo("CASE"))
                .body("items[0].organisation", equalTo("housing")).body("total", equalTo(1));
        CHIEF.complete(CHIEF.claim("SUPERVISION", number), ISSUE).statusCode(200);
        HOUSING.call().queryParam("queue", "SUPERVISION").queryParam("q", number).get("/api/v1/tasks").then()
                .body("items[0].step", equalTo("REPLY")).body("items[0].dueAt", startsWith(TOMORROW.plusDays(1) + "T00:00"));
        String id = supervision(number);
        CHIEF.call().get("/api/v1/cases/" + number).then().body("supervisions[0].number", matchesPattern("督办〔\\d{4}〕\\d+号"))
                .body("supervisions[0].state", equalTo("ISSUED"));
        HOUSING.call().get("/staff/supervisions/" + id).then().statusCode(200).body(containsString("督办通知书"))
                .body(containsString("请立即提交评估意见")).body(not(containsString(Submission.PHONE)));
        assertThat(words(HOUSING.call().get("/api/v1/supervisions/" + id + ".docx").then().statusCode(200).extract()
                .asByteArray())).contains("督办通知书", number, "请立即提交评估意见", "书面回复").doesNotContain(Submission.PHONE);
        new StaffUser("dept-education").call().get("/api/v1/supervisions/" + id + ".docx").then().statusCode(404);

        submits(number);
        assertThat(HOUSING.tasks("SUPERVISION", number)).as("the written reply is still owed").hasSize(1);
        HOUSING.settle("SUPERVISION", number, Map.of("outcome", "REPLY", "text", "意见已提交，今后按期办理。"));
        HOUSING.call().get("/api/v1/supervisions/" + id).then().body("state", equalTo("REPLIED"))
                .body("reply", equalTo("意见已提交，今后按期办理。"));
        assertThat(CHIEF.tasks("SUPERVISION", number)).isEmpty();
        CHIEF.call().get("/staff/cases/" + number).then().statusCode(200).body(containsString("意见已提交，今后按期办理。"));
        new StaffUser("auditor").call().queryParam("caseNumber", number).get("/api/v1/audit").then()
                .body("items.action", hasItems("SUPERVISION_OPENED", "SUPERVISION_ISSUE", "SUPERVISION_REPLY"));
    }

    private static String words(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    void theNumbersOfAYearGoOn() {
        String first = overdue();
        String second = overdue();
        CHIEF.settle("SUPERVISION", first, ISSUE);
        CHIEF.settle("SUPERVISION", second, ISSUE);
        assertThat(numberOf(second)).isEqualTo(numberOf(first) + 1);
    }

    private static int numberOf(String caseNumber) {
        String number = CHIEF.call().get("/api/v1/cases/" + caseNumber).then().extract().path("supervisions[0].number");
        return Integer.parseInt(number.substring(number.indexOf('〕') + 1, number.length() - 1));
    }

    @Test
    void aNoticeNotYetIssuedEndsWhenTheDepartmentSubmits() {
        String number = overdue();
        String task = CHIEF.claim("SUPERVISION", number);
        submits(number);
        assertThat(CHIEF.tasks("SUPERVISION", number)).isEmpty();
        CHIEF.complete(task, ISSUE).statusCode(409);
        CHIEF.call().get("/api/v1/cases/" + number).then().body("supervisions[0].state", equalTo("DROPPED"))
                .body("stage.code", equalTo("CONCLUSION"));
    }

    @Test
    void aMergedCaseIsNotSupervisedUntilItStandsAloneAgain() {
        String number = overdue();
        String main = Submission.web().caseNumber();
        TRIAGE.call(Map.of("into", main)).post("/api/v1/cases/" + number + "/merge").then().statusCode(200);
        assertThat(CHIEF.tasks("SUPERVISION", number)).isEmpty();
        TRIAGE.call(Map.of("reason", "不是同一件事")).post("/api/v1/cases/" + number + "/unmerge").then().statusCode(200);
        assertThat(CHIEF.tasks("SUPERVISION", number)).hasSize(1);
        submits(number);
        assertThat(CHIEF.tasks("SUPERVISION", number)).isEmpty();
    }

    @Test
    void aDepartmentThatWasLateInAnEarlierRoundOnlyIsNotSupervisedAfterAMerge() {
        String number = overdue();
        submits(number);
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "RE_EVALUATE"));
        String main = Submission.web().caseNumber();
        TRIAGE.call(Map.of("into", main)).post("/api/v1/cases/" + number + "/merge").then().statusCode(200);
        TRIAGE.call(Map.of("reason", "不是同一件事")).post("/api/v1/cases/" + number + "/unmerge").then().statusCode(200);
        assertThat(HOUSING.tasks("EVALUATION", number)).hasSize(1);
        assertThat(CHIEF.tasks("SUPERVISION", number)).isEmpty();
        clockwork.fireTimers(number);
        assertThat(CHIEF.tasks("SUPERVISION", number)).hasSize(1);
    }

    @Test
    void theChiefMaySeeNoNeed() {
        String number = overdue();
        String task = CHIEF.claim("SUPERVISION", number);
        CHIEF.complete(task, Map.of("outcome", "DISMISS")).statusCode(400).body("violations.field", hasItem("reason"));
        CHIEF.complete(task, Map.of("outcome", "DISMISS", "reason", "单位已说明，正在会签。")).statusCode(200);
        CHIEF.call().get("/api/v1/cases/" + number).then().body("supervisions[0].state", equalTo("DISMISSED"));
        CHIEF.call().get("/staff/supervisions/" + supervision(number)).then().statusCode(409);
        assertThat(HOUSING.tasks("EVALUATION", number)).hasSize(1);
    }

    @Test
    void anOverdueReplyProposesAnInterviewThatALeaderDecides() {
        String number = overdue();
        CHIEF.settle("SUPERVISION", number, ISSUE);
        String id = supervision(number);
        assertThat(LEADER.tasks("SUPERVISION", number)).as("sees the reply that is owed").hasSize(1);
        clockwork.fireTimers(ProcessKey.SUPERVISION, id);
        String interview = LEADER.call().queryParam("queue", "SUPERVISION").queryParam("q", number).get("/api/v1/tasks").then()
                .body("items.title", not(hasItem(containsString(Submission.PHONE)))).extract()
                .path("items.find { it.step == 'INTERVIEW' }.id");
        TRIAGE.complete(interview, Map.of("outcome", "APPROVE")).statusCode(403);
        LEADER.call().post("/api/v1/tasks/" + interview + "/claim").then().statusCode(200);
        LEADER.complete(interview, Map.of("outcome", "DECLINE")).statusCode(400).body("violations.field", hasItem("reason"));
        LEADER.call().get("/staff").then().statusCode(200).body(containsString("决定是否约谈"));
        LEADER.call().get("/staff/tasks/supervision/" + interview).then().statusCode(200).body(containsString("批准约谈"))
                .body(not(containsString(Submission.PHONE)));
        LEADER.complete(interview, Map.of("outcome", "APPROVE", "reason", "请分管领导约谈。")).statusCode(200);
        HOUSING.settle("SUPERVISION", number, Map.of("outcome", "REPLY", "text", "已整改。"));
        LEADER.call().get("/api/v1/supervisions/" + id).then().body("state", equalTo("REPLIED"))
                .body("interview", equalTo("APPROVED"));
        assertThat(CHIEF.tasks("SUPERVISION", number)).isEmpty();
    }

    @Test
    void refusesWhatIsMissingUnknownOrNotTheirs() {
        String number = overdue();
        TRIAGE.complete(TRIAGE.task("SUPERVISION", number), ISSUE).statusCode(403);
        String task = CHIEF.claim("SUPERVISION", number);
        HOUSING.complete(task, ISSUE).statusCode(404);
        CHIEF.complete(task, Map.of("outcome", "ISSUE")).statusCode(400).body("violations.field", hasItems("dueOn", "text"));
        Map<String, Object> today = new HashMap<>(ISSUE);
        today.put("dueOn", TOMORROW.minusDays(1).toString());
        CHIEF.complete(task, today).statusCode(400).body("violations.field", hasItem("dueOn"));
        Map<String, Object> words = new HashMap<>(ISSUE);
        words.put("dueOn", "下周");
        CHIEF.complete(task, words).statusCode(400).body("violations.field", hasItem("dueOn"));
        Map<String, Object> both = new HashMap<>(ISSUE);
        both.put("reason", "不用");
        CHIEF.complete(task, both).statusCode(400).body("violations.field", hasItem("reason"));
        CHIEF.complete(task, Map.of("outcome", "WARN")).statusCode(400);
        CHIEF.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("outcome", "ISSUE")
                .post("/staff/tasks/supervision/" + task).then().statusCode(400).body(containsString("请填写回复期限"));
        CHIEF.complete(task, ISSUE).statusCode(200);
        HOUSING.complete(HOUSING.claim("SUPERVISION", number), Map.of("outcome", "REPLY", "text", "　")).statusCode(400)
                .body("violations.field", hasItem("text"));
    }

    @Test
    void anOverdueReportOfAProjectIsSupervisedUntilItComes() {
        String project = project(shortlisted(Submission.web()));
        clockwork.fireTimers(ProcessKey.IMPLEMENTATION, project);
        String notice = claimOn(CHIEF, "SUPERVISION", project);
        CHIEF.call().get("/staff/tasks/supervision/" + notice).then().statusCode(200).body(containsString("进展报送逾期"));
        HOUSING.complete(claimOn(HOUSING, "PROGRESS", project), Map.of("outcome", "REPORT", "month",
                TOMORROW.minusDays(1).toString().substring(0, 7), "status", "CONTINUING", "text", "正在施工。")).statusCode(202);
        assertThat(taskOn(CHIEF, "SUPERVISION", project)).isNull();
        CHIEF.call().get("/api/v1/projects/" + project).then().body("supervisions[0].state", equalTo("DROPPED"))
                .body("supervisions[0].cause", equalTo("PROGRESS"));
        CHIEF.call().get("/staff/projects/" + project).then().statusCode(200).body(containsString("不再督办"));
    }
}
