package io.minsheng.proposal;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UrgentCaseTest {

    private static final Map<String, Object> URGENT = Map.of("urgent", true, "reason", "护坡开裂，随时可能垮塌。");

    private static String path(String number) {
        return "/api/v1/cases/" + number + "/urgent";
    }

    private static String light(String number) {
        return TRIAGE.call().queryParam("q", number).get("/api/v1/tasks").then().statusCode(200).extract()
                .path("items[0].light");
    }

    @Test
    void isRedAtOnceAndTheChiefSeesItFirst() {
        String number = Submission.web().titled("学校后面的护坡开裂").caseNumber();
        TRIAGE.call(URGENT).post(path(number)).then().statusCode(200).body("urgent", equalTo(true));
        TRIAGE.call().queryParam("q", number).get("/api/v1/tasks").then().body("items[0].light", equalTo("RED"))
                .body("items[0].urgent", equalTo(true));
        for (String light : new String[] { "RED", "GREEN" }) {
            TRIAGE.call().queryParam("q", number).queryParam("light", light).get("/api/v1/tasks").then().body("total",
                    equalTo(light.equals("RED") ? 1 : 0));
        }
        CHIEF.call().get("/staff").then().statusCode(200).body(containsString("紧急案件")).body(containsString(number))
                .body(containsString("护坡开裂，随时可能垮塌。"));
        TRIAGE.call().get("/staff").then().statusCode(200).body(not(containsString("紧急案件")));
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of()));
        new StaffUser("dept-housing").call().queryParam("q", number).get("/api/v1/tasks").then().body("items[0].light",
                equalTo("RED"));
        CHIEF.call(Map.of("urgent", false, "reason", "已经加固。")).post(path(number)).then().statusCode(200);
        assertThat(light(number)).isEqualTo("GREEN");
        CHIEF.call().get("/staff").then().body(not(containsString(number)));
        TRIAGE.call().get("/api/v1/cases/" + number).then().body("urgent", equalTo(false)).body("timeline.internal",
                hasItem(containsString("标为紧急：护坡开裂")));
    }

    @Test
    void refusesWhatIsMissingOrNotTheirs() {
        String number = Submission.web().caseNumber();
        TRIAGE.call(Map.of("urgent", true)).post(path(number)).then().statusCode(400).body("violations.field",
                hasItem("reason"));
        TRIAGE.call(Map.of("reason", "危险")).post(path(number)).then().statusCode(400).body("violations.field",
                hasItem("urgent"));
        Map<String, Object> more = new HashMap<>(URGENT);
        more.put("colour", "red");
        TRIAGE.call(more).post(path(number)).then().statusCode(400);
        new StaffUser("dept-housing").call(URGENT).post(path(number)).then().statusCode(403);
        TRIAGE.call(URGENT).post(path("DZ2025-999999-9")).then().statusCode(404);
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "REJECT", "reasonCode", "EMPTY", "explanation", "没有内容"));
        TRIAGE.call(URGENT).post(path(number)).then().statusCode(409);
        String open = Submission.web().caseNumber();
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("urgent", "true")
                .formParam("reason", "").post("/staff/cases/" + open + "/urgent").then().statusCode(400)
                .body(containsString("请填写理由"));
        TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("urgent", "true")
                .formParam("reason", "危险").post("/staff/cases/" + open + "/urgent").then()
                .statusCode(200);
        TRIAGE.call().get("/staff/cases/" + open).then().body(containsString("■ 紧急")).body(containsString("取消紧急"));
    }
}
