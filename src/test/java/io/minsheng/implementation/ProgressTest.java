package io.minsheng.implementation;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.project;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.minsheng.fixture.Handling.taskOn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.PublicProjects;
import io.minsheng.proposal.Receipt;
import io.minsheng.workflow.ProcessKey;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProgressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final StaffUser HOUSING = new StaffUser("dept-housing");
    private static final YearMonth NOW = YearMonth.from(Shanghai.date(Instant.now()));

    @Inject
    Clockwork clockwork;
    @Inject
    PublicProjects publicProjects;

    private static Map<String, Object> report(String status, String text) {
        return Map.of("outcome", "REPORT", "month", NOW.toString(), "status", status, "text", text, "value", 6, "invested",
                120.5);
    }

    private static void awaitStage(String caseNumber, String stage) {
        await().atMost(PATIENCE).untilAsserted(() -> TRIAGE.call().get("/api/v1/cases/" + caseNumber).then()
                .body("stage.code", equalTo(stage)));
    }

    @Test
    void firstReportPutsTheCasesUnderWayAndTheLastCompletesThem() {
        String first = shortlisted(Submission.web().titled("加装电梯甲"));
        String second = shortlisted(Submission.web().titled("加装电梯乙"));
        String project = project(first, second);

        HOUSING.complete(claimOn(HOUSING, "PROGRESS", project), report("THIS_YEAR", "已完成招标，正在施工。")).statusCode(202);
        awaitStage(first, "IMPLEMENTING");
        assertThat(taskOn(HOUSING, "PROGRESS", project)).as("not before the next month").isNull();

        await().atMost(PATIENCE).until(() -> clockwork.fireTimers(ProcessKey.IMPLEMENTATION, project) > 0);
        HOUSING.complete(claimOn(HOUSING, "PROGRESS", project), report("COMPLETED", "全部完工。")).statusCode(202);
        awaitStage(first, "COMPLETED");
        await().atMost(PATIENCE).untilAsserted(() -> TRIAGE.call().get("/api/v1/projects/" + project).then()
                .body("closedAt", not(equalTo(null))).body("months.size()", equalTo(1)).body("months[0].version", equalTo(2)));
        TRIAGE.call().get("/api/v1/cases/" + second).then().body("stage.code", equalTo("PUBLISHED"));
        TRIAGE.call().get("/api/v1/cases/" + first).then().body("disposition", equalTo("ADOPTED"));
        assertThat(taskOn(HOUSING, "PROGRESS", project)).isNull();
    }

    @Test
    void theOfficeTakesBackACompletionThatWasReportedByMistake() {
        String number = shortlisted(Submission.web().titled("加装电梯丁"));
        String project = project(number);
        TRIAGE.call(Map.of("reason", "没有销号")).post("/api/v1/projects/" + project + "/undo-completion").then().statusCode(409);
        HOUSING.complete(claimOn(HOUSING, "PROGRESS", project), report("COMPLETED", "全部完工。")).statusCode(202);
        awaitStage(number, "COMPLETED");
        await().atMost(PATIENCE).untilAsserted(() -> TRIAGE.call().get("/api/v1/projects/" + project).then().body("closedAt",
                not(equalTo(null))));

        TRIAGE.call().get("/staff/projects/" + project).then().body(containsString("撤销销号"));
        HOUSING.call().get("/staff/projects/" + project).then().body(not(containsString("撤销销号")));
        HOUSING.call(Map.of("reason", "填错了")).post("/api/v1/projects/" + project + "/undo-completion").then().statusCode(403);
        HOUSING.call().get("/staff/projects/" + project + "/undo-completion").then().statusCode(403);
        TRIAGE.call(Map.of("reason", " ")).post("/api/v1/projects/" + project + "/undo-completion").then().statusCode(400);
        TRIAGE.call().get("/staff/projects/" + project + "/undo-completion").then().statusCode(200)
                .body(containsString("误报"));
        TRIAGE.call(Map.of("reason", "单位误报，尚有两部未装。")).post("/api/v1/projects/" + project + "/undo-completion").then()
                .statusCode(202);

        awaitStage(number, "IMPLEMENTING");
        TRIAGE.call().get("/api/v1/projects/" + project).then().body("closedAt", equalTo(null)).body("months.size()",
                equalTo(0));
        TRIAGE.call(Map.of("reason", "再撤一次")).post("/api/v1/projects/" + project + "/undo-completion").then().statusCode(409);
        await().atMost(PATIENCE).until(() -> taskOn(HOUSING, "PROGRESS", project) != null
                || clockwork.fireTimers(ProcessKey.IMPLEMENTATION, project) > 0);
        HOUSING.complete(claimOn(HOUSING, "PROGRESS", project), report("COMPLETED", "确已全部完工。")).statusCode(202);
        awaitStage(number, "COMPLETED");
        new StaffUser("auditor").call().queryParam("size", 200).get("/api/v1/audit").then().body("items.action",
                hasItem("PROJECT_REOPENED"));
    }

    @Test
    void everyoneReadsTheProgressWithoutPersonalData() {
        Receipt receipt = Submission.web().titled("加装电梯丙").register();
        String project = project(shortlistedAlready(receipt));
        String text = "已与" + Submission.NAME + "（" + Submission.PHONE + "）联系，第 6 部电梯已安装。";
        HOUSING.complete(claimOn(HOUSING, "PROGRESS", project), report("THIS_YEAR", text)).statusCode(202);

        awaitStage(receipt.caseNumber(), "IMPLEMENTING");
        given().get("/api/v1/proposals/" + receipt.caseNumber() + "?code=" + receipt.queryCode()).then().statusCode(200)
                .body("stage.code", equalTo("IMPLEMENTING")).body("project.progress.status", equalTo("THIS_YEAR"))
                .body("project.progress.text", containsString("第 6 部电梯已安装"));
        String found = "lists.projects.flatten().find { it.id == '" + project + "' }.progress.";
        given().get("/api/v1/publications/DZ2025").then().statusCode(200).body(found + "status", equalTo("THIS_YEAR"))
                .body(found + "invested", equalTo(120.5f)).body(found + "light", equalTo("RED"))
                .body(found + "months[0].month", equalTo(NOW.toString()));
        for (String path : List.of("/api/v1/publications/DZ2025", "/api/v1/publications/DZ2025.csv", "/published/DZ2025")) {
            given().get(path).then().statusCode(200).body(containsString("第 6 部电梯已安装"))
                    .body(not(containsString(Submission.PHONE))).body(not(containsString(Submission.NAME)));
        }
        given().get("/published/DZ2025").then().body(containsString("年度投资计划")).body(containsString("预计年内完成"));
        new StaffUser("leader").call().get("/staff/projects/" + project).then().statusCode(200)
                .body(containsString("第 6 部电梯已安装")).body(not(containsString(Submission.PHONE)));
    }

    @Test
    void everyoneNarrowsTheListDownByCategoryAndTownship() {
        String here = "project-" + project(shortlisted(Submission.web().titled("加装电梯戊")));
        String there = "project-" + project(shortlisted(Submission.web().titled("加装电梯己").at("longgang")));

        given().get("/published/DZ2025").then().statusCode(200).body(containsString(here)).body(containsString(there));
        assertThat(publicProjects.newest("DZ2025", 100)).extracting(each -> "project-" + each.id()).contains(here, there);
        assertThat(publicProjects.newest("DZ2025", 1)).hasSize(1);
        given().get("/published/DZ2025?township=longgang").then().statusCode(200).body(containsString(there))
                .body(not(containsString(here))).body(containsString("符合条件的"));
        given().get("/published/DZ2025?township=tangxiang&category=HOUSING").then().statusCode(200).body(containsString(here))
                .body(not(containsString(there)));
        given().get("/published/DZ2025?township=%3Cscript%3E&category=x").then().statusCode(200).body(containsString(here))
                .body(not(containsString("%3Cscript")));
    }

    private static String shortlistedAlready(Receipt receipt) {
        String number = receipt.caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of()));
        HOUSING.settle("EVALUATION", number, Map.of("outcome", "SUBMIT", "scores",
                Map.of("INCLUSIVENESS", 4, "EFFECTIVENESS", 5, "FEASIBILITY", 3, "MEASURABILITY", 4), "recommendation",
                "ADOPT", "opinion", "可行。", "thisYear", "FULL", "estimatedCost", 241));
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "SHORTLIST", "reason", "条件成熟"));
        return number;
    }

    @Test
    void refusesWhatIsMissingUnknownOrImpossible() {
        String project = project(shortlisted(Submission.web()));
        String task = claimOn(HOUSING, "PROGRESS", project);
        HOUSING.complete(task, Map.of("outcome", "REPORT")).statusCode(400)
                .body("violations.field", hasItems("month", "status", "text"));
        Map<String, Object> wrong = new HashMap<>(report("SOON", "　"));
        wrong.put("value", -1);
        wrong.put("invested", 1.234);
        wrong.put("month", NOW.plusMonths(1).toString());
        HOUSING.complete(task, wrong).statusCode(400)
                .body("violations.field", hasItems("month", "status", "text", "value", "invested"));
        for (String month : List.of(NOW.minusMonths(1).toString(), "2025-13", "三月")) {
            Map<String, Object> body = new HashMap<>(report("THIS_YEAR", "施工中"));
            body.put("month", month);
            HOUSING.complete(task, body).statusCode(400).body("violations.field", hasItem("month"));
        }
        Map<String, Object> unknown = new HashMap<>(report("THIS_YEAR", "施工中"));
        unknown.put("progress", 3);
        HOUSING.complete(task, unknown).statusCode(400).body("violations.field", hasItem("progress"));
        HOUSING.complete(task, Map.of("outcome", "FINISH")).statusCode(400);
        CHIEF.complete(task, report("THIS_YEAR", "施工中")).statusCode(403);
        new StaffUser("dept-education").complete(task, report("THIS_YEAR", "施工中")).statusCode(404);
        HOUSING.call().get("/staff/tasks/progress/" + task).then().statusCode(200).body(containsString("报送进展"));
        HOUSING.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("month", NOW.toString())
                .formParam("status", "CONTINUING").formParam("text", "正在推进").formParam("invested", "1,5x")
                .post("/staff/tasks/progress/" + task).then().statusCode(400).body(containsString("请填写数字"));
        HOUSING.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("month", NOW.toString())
                .formParam("value", "三部").formParam("invested", "1,5x")
                .post("/staff/tasks/progress/" + task).then().statusCode(400).body(containsString("#value"))
                .body(containsString("#invested")).body(containsString("请选择进展状态。")).body(containsString("#text"));
        HOUSING.complete(task, Map.of("outcome", "REPORT", "month", NOW.toString(), "value", "三部", "invested", "x"))
                .statusCode(400)
                .body("violations.field", containsInAnyOrder("value", "invested", "status", "text"));
        HOUSING.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParam("month", NOW.toString()).formParam("status", "CONTINUING").formParam("text", "正在推进")
                .post("/staff/tasks/progress/" + task).then().statusCode(303);
        given().get("/api/v1/projects/" + project).then().statusCode(401);
        new StaffUser("desk-tangxiang").call().get("/api/v1/projects").then().statusCode(403);
        TRIAGE.call().get("/api/v1/projects/nothing").then().statusCode(404);
    }
}
