package io.minsheng.evaluation;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.calendar.WorkingDays;
import io.minsheng.campaign.Campaigns;
import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.workflow.RecomputeDeadlines;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** A department asks for more time, the chief decides, the deadline moves by working days, and nothing rewrites it later. */
@QuarkusTest
class ExtensionTest {

    private static final StaffUser HOUSING = new StaffUser("dept-housing");
    private static final StaffUser FINANCE = new StaffUser("dept-finance");

    @Inject
    WorkItems items;
    @Inject
    WorkingDays workingDays;
    @Inject
    Clockwork clockwork;
    @Inject
    RecomputeDeadlines recompute;
    @Inject
    Campaigns campaigns;

    @Test
    void anApprovedOneMovesTheDeadlineByWorkingDaysAndIsInTheHistory() {
        String number = assigned();
        String id = HOUSING.claim("EVALUATION", number);
        Instant before = item(id).dueAt();
        ask(HOUSING, id, "现场勘察需要更多时间，请致电13800009999").statusCode(200).body("state", equalTo("ASKED"))
                .body("workingDays", equalTo(10));
        ask(HOUSING, id, "再问一次").statusCode(409);
        assertThat(item(id).dueAt()).as("nothing moves before the chief has decided").isEqualTo(before);

        String judged = CHIEF.claim("EXTENSION", number);
        CHIEF.call().get("/staff/tasks/extension/" + judged).then().statusCode(200).body(containsString("现场勘察需要更多时间"))
                .body(containsString("同意延期"));
        CHIEF.complete(judged, Map.of("outcome", "APPROVE")).statusCode(200).body("stage", equalTo("EVALUATION"));

        LocalDate last = workingDays.plusWorkingDays(Shanghai.date(before.minusNanos(1)), 10);
        Instant after = Shanghai.startOf(last.plusDays(1));
        assertThat(item(id).dueAt()).isEqualTo(after);
        assertThat(clockwork.timersOf(number)).as("the assistant's reminder stays, the lead's moves").containsExactlyInAnyOrder(
                before, after);
        HOUSING.call().get("/api/v1/cases/" + number).then().statusCode(200)
                .body("evaluations[0].parts[0].extensions[0].state", equalTo("APPROVED"))
                .body("evaluations[0].parts[0].extensions[0].dueAfter", startsWith(last.plusDays(1) + "T00:00"))
                .body("evaluations[0].parts[0].extensions[0].reason", not(containsString("13800009999")))
                .body("timeline.internal", hasItem(containsString("延长到" + Shanghai.sayDate(after.minusNanos(1)))));
        HOUSING.call().get("/staff/tasks/evaluation/" + id).then().statusCode(200).body(containsString("期限延长到"))
                .body(containsString("个工作日")).body(not(containsString("value=\"EXTEND\"")));
        ask(HOUSING, id, "还要更久").statusCode(409).body("detail", containsString("已经延期一次"));
        new StaffUser("auditor").call().queryParam("caseNumber", number).get("/api/v1/audit").then().body("items.action",
                hasItems("EXTENSION_ASK", "EXTENSION_APPROVE", "EXTENSION_DUE"));
        HOUSING.complete(id, Handling.opinion()).statusCode(200);
    }

    @Test
    void aRefusedOneLeavesTheDeadlineAndMayBeAskedBetter() {
        String number = assigned();
        String id = HOUSING.claim("EVALUATION", number);
        Instant before = item(id).dueAt();
        form(HOUSING, "/staff/tasks/evaluation/" + id + "/extension", "reason", "").statusCode(400)
                .body(containsString("请填写延期理由"));
        form(HOUSING, "/staff/tasks/evaluation/" + id + "/extension", "reason", "忙").statusCode(303);
        String judged = CHIEF.claim("EXTENSION", number);
        CHIEF.complete(judged, Map.of("outcome", "REFUSE")).statusCode(400).body("violations.field", hasItem("reason"));
        form(CHIEF, "/staff/tasks/extension/" + judged, "outcome", "REFUSE").statusCode(400).body(containsString("请填写理由"));
        CHIEF.complete(judged, Map.of("outcome", "REFUSE", "reason", "理由不充分。")).statusCode(200);
        assertThat(item(id).dueAt()).isEqualTo(before);
        HOUSING.call().get("/staff/tasks/evaluation/" + id + "?outcome=EXTEND").then().statusCode(200)
                .body(containsString("理由不充分。")).body(containsString("可以延长 10 个工作日"));
        ask(HOUSING, id, "需要委托第三方检测").statusCode(200);
    }

    @Test
    void oneThatNobodyNeedsAnyMoreLeavesTheChiefsList() {
        String number = assigned();
        String id = HOUSING.claim("EVALUATION", number);
        ask(HOUSING, id, "需要现场勘察").statusCode(200);
        String judged = CHIEF.claim("EXTENSION", number);
        HOUSING.complete(id, Handling.opinion()).statusCode(200);
        assertThat(CHIEF.tasks("EXTENSION", number)).isEmpty();
        CHIEF.complete(judged, Map.of("outcome", "APPROVE")).statusCode(409);
        HOUSING.call().get("/api/v1/cases/" + number).then().body("evaluations[0].parts[0].extensions[0].state",
                equalTo("DROPPED"));
    }

    @Test
    void isAskedInTimeByWhoHasTheTaskAndDecidedByTheChief() {
        String number = assigned();
        String id = HOUSING.task("EVALUATION", number);
        ask(HOUSING, id, "先问问").statusCode(409).body("detail", containsString("领取"));
        ask(FINANCE, id, "不是我的").statusCode(404);
        ask(TRIAGE, id, "不是我的").statusCode(403);
        HOUSING.claim("EVALUATION", number);
        ask(HOUSING, id, "　").statusCode(400).body("violations.field", hasItem("reason"));
        ask(HOUSING, id, "字".repeat(2001)).statusCode(400);
        ask(HOUSING, id, "需要现场勘察").statusCode(200);
        String judged = CHIEF.task("EXTENSION", number);
        TRIAGE.call().post("/api/v1/tasks/" + judged + "/claim").then().statusCode(403);
        HOUSING.call().post("/api/v1/tasks/" + judged + "/claim").then().statusCode(404);
        HOUSING.call().get("/staff/tasks/extension/" + judged).then().statusCode(403);
        String late = assigned();
        String lateId = HOUSING.claim("EVALUATION", late);
        clockwork.age(lateId, Duration.ofDays(30));
        ask(HOUSING, lateId, "来不及了").statusCode(409).body("detail", containsString("期限已过"));
    }

    @Test
    void aReminderComesAgainAfterAnExtensionThatWasApprovedLate() {
        String number = assigned();
        String id = HOUSING.claim("EVALUATION", number);
        ask(HOUSING, id, "需要现场勘察").statusCode(200);
        clockwork.fireTimers(number);
        assertThat(CHIEF.tasks("SUPERVISION", number)).hasSize(2);
        CHIEF.settle("EXTENSION", number, Map.of("outcome", "APPROVE", "reason", "情况属实。"));
        assertThat(CHIEF.tasks("SUPERVISION", number)).as("only the assistant is overdue now").hasSize(1);
        clockwork.fireTimers(number);
        assertThat(CHIEF.tasks("SUPERVISION", number)).hasSize(2);
    }

    @Test
    void whatTheCampaignAllowsLaterChangesNoDeadlineThatWasGiven() {
        String number = assigned();
        String id = HOUSING.claim("EVALUATION", number);
        ask(HOUSING, id, "需要现场勘察").statusCode(200);
        CHIEF.settle("EXTENSION", number, Map.of("outcome", "APPROVE"));
        Instant given = item(id).dueAt();
        allow(3, 2);
        try {
            QuarkusTransaction.requiringNew().run(() -> items.update("dueProvisional = true where id = ?1", id));
            assertThat(recompute.provisional()).isPositive();
            assertThat(item(id).dueAt()).isEqualTo(given);
            assertThat(clockwork.timersOf(number)).contains(given);
        } finally {
            allow(10, 10);
        }
    }

    @Test
    void isNotAskedWhereTheCampaignAllowsNone() {
        String number = assigned();
        String id = HOUSING.claim("EVALUATION", number);
        allow(10, 0);
        try {
            ask(HOUSING, id, "需要现场勘察").statusCode(409).body("detail", containsString("不办理延期"));
        } finally {
            allow(10, 10);
        }
        ask(HOUSING, id, "需要现场勘察").statusCode(200);
    }

    private void allow(int evaluation, int extension) {
        QuarkusTransaction.requiringNew().run(() -> {
            campaigns.getEntityManager().createNativeQuery(
                    "update campaign set evaluation_days = :evaluation, extension_days = :extension where code = 'DZ2025'")
                    .setParameter("evaluation", evaluation).setParameter("extension", extension).executeUpdate();
            campaigns.changed("DZ2025");
        });
    }

    private static String assigned() {
        String number = Submission.web().caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of("finance")));
        return number;
    }

    private static ValidatableResponse ask(StaffUser who, String id, String reason) {
        return who.call(Map.of("reason", reason)).post("/api/v1/tasks/" + id + "/extension").then();
    }

    private static ValidatableResponse form(StaffUser who, String path, String field, String value) {
        return who.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParam(field, value).post(path).then();
    }

    private WorkItem item(String id) {
        return fresh(() -> items.findById(id));
    }

    private static <T> T fresh(Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }
}
