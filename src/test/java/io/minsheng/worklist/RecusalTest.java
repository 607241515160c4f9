package io.minsheng.worklist;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.claimOn;
import static io.minsheng.fixture.Handling.evaluated;
import static io.minsheng.fixture.Handling.frozen;
import static io.minsheng.fixture.Handling.itemOf;
import static io.minsheng.fixture.Handling.shortlisted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who has an interest in a case or list steps back from it, and no way leads around that. */
@QuarkusTest
class RecusalTest {

    private static final StaffUser TRIAGE2 = new StaffUser("triage2");
    private static final StaffUser CHIEF2 = new StaffUser("chief2");
    private static final StaffUser HOUSING = new StaffUser("dept-housing");
    private static final StaffUser COLLEAGUE = new StaffUser("dept-housing-2");
    private static final Map<String, Object> RESERVE = Map.of("outcome", "RESERVE", "reason", "明年再议。");

    @Inject
    Accounts accounts;

    @Test
    void whoConcludesGivesTheCaseToAColleague() {
        String number = evaluated(Submission.web());
        String id = TRIAGE.claim("CONCLUSION", number);
        recuse(TRIAGE, id, "").statusCode(400).body("violations.field", hasItem("reason"));
        form(TRIAGE, id, "　").statusCode(400).body(containsString("请填写回避理由"));
        form(TRIAGE, id, "建议人是我的亲属").statusCode(303);

        TRIAGE.complete(id, RESERVE).statusCode(403).body("detail", containsString("已回避"));
        TRIAGE.call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(403);
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("outcome", "RESERVE")
                .formParam("reason", "明年再议。").post("/staff/tasks/conclusion/" + id).then().statusCode(403);
        TRIAGE.call(Map.of("ids", List.of(id), "action", "CLAIM")).post("/api/v1/tasks/bulk").then().statusCode(200)
                .body("results[0].status", equalTo(403));
        TRIAGE.call().get("/staff/tasks/conclusion/" + id).then().statusCode(200).body(not(containsString("/claim\"")));
        recuse(TRIAGE, id, "再说一次").statusCode(403);
        CHIEF.call().get("/api/v1/cases/" + number).then().body("timeline.internal", hasItem(containsString("已回避")))
                .body("timeline.internal", not(hasItem(containsString("亲属"))));
        new StaffUser("auditor").call().queryParam("caseNumber", number).get("/api/v1/audit").then()
                .body("items.find { it.action == 'RECUSE' }.detail", containsString("亲属"));

        TRIAGE2.settle("CONCLUSION", number, RESERVE);
        assertThat(TRIAGE2.tasks("ANSWER", number)).hasSize(1);
        TRIAGE.call().post("/api/v1/tasks/" + TRIAGE.task("ANSWER", number) + "/claim").then().statusCode(403);
    }

    @Test
    void anEvaluatorsDepartmentGoesOnWithAnother() {
        String number = Submission.web().caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing"));
        String id = HOUSING.claim("EVALUATION", number);
        recuse(new StaffUser("dept-finance"), id, "不是我的").statusCode(404);
        recuse(CHIEF, id, "不归我办").statusCode(403);
        recuse(HOUSING, id, "承建单位是我爱人的公司").statusCode(200).body("others", equalTo(0)).body("caseNumber",
                equalTo(number));
        HOUSING.call(Map.of("reason", "忙")).post("/api/v1/tasks/" + id + "/extension").then().statusCode(403);
        CHIEF.call().get("/api/v1/cases/" + number).then().body("timeline.internal", hasItem(containsString("请管理员增加人员")));

        hireColleague();
        COLLEAGUE.complete(COLLEAGUE.claim("EVALUATION", number), Handling.opinion()).statusCode(200);
        HOUSING.call(Handling.opinion()).post("/api/v1/cases/" + number + "/opinion").then().statusCode(403);
    }

    @Test
    void aDeciderStepsBackFromTheWholeList() {
        String number = shortlisted(Submission.web());
        String list = frozen(number);
        String id = claimOn(CHIEF, "DECISION", list);
        recuse(CHIEF, id, "名单中有我主办的项目").statusCode(200).body("others", greaterThan(0));
        Map<String, Object> decision = Handling
                .decision(List.of(Map.of("item", itemOf(list, number), "result", "NOT_ADOPTED", "reason", "财力不足")));
        CHIEF.complete(id, decision).statusCode(403);
        CHIEF.call().post("/api/v1/lists/" + list + "/vote").then().statusCode(403);
        CHIEF2.complete(claimOn(CHIEF2, "DECISION", list), decision).statusCode(202);
        Handling.told(list);
    }

    private void hireColleague() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (accounts.byUsername(COLLEAGUE.username()).isEmpty()) {
                accounts.create(COLLEAGUE.username(), "第二经办人", "minsheng-demo", "housing", Set.of(Role.DEPARTMENT));
            }
        });
    }

    private static ValidatableResponse recuse(StaffUser who, String id, String reason) {
        return who.call(Map.of("reason", reason)).post("/api/v1/tasks/" + id + "/recusal").then();
    }

    private static ValidatableResponse form(StaffUser who, String id, String reason) {
        return who.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParam("reason", reason).post("/staff/tasks/" + id + "/recusal").then();
    }
}
