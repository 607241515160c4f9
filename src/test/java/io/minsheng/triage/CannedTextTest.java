package io.minsheng.triage;

import static io.minsheng.fixture.Handling.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.AtOnce;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Receipt;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** The texts that triage starts from, kept by the office, and the exact question before it goes out. */
@QuarkusTest
class CannedTextTest {

    private static final StaffUser CHIEF = new StaffUser("chief");
    private static final String PATH = "/api/v1/canned-texts";

    @Test
    void isThereFromTheStartAndKeptByTheOffice() {
        TRIAGE.call().get(PATH).then().statusCode(200).body("items.label", hasItems("具体地点", "个体诉求", "没有实际内容"));
        String id = TRIAGE.call(Map.of("kind", "QUESTION", "label", "楼栋单元", "text", "请说明是哪一栋、哪个单元。")).post(PATH).then()
                .statusCode(201).extract().path("id");
        CHIEF.call(Map.of("label", "楼栋和单元", "text", "请说明是哪一栋、哪个单元。", "position", 5)).put(PATH + "/" + id).then()
                .statusCode(200).body("kind", is("QUESTION")).body("position", is(5));
        assertThat(TRIAGE.call().get(PATH).then().extract().<String> path("items.find { it.kind == 'QUESTION' }.label"))
                .isEqualTo("楼栋和单元");
        CHIEF.call().delete(PATH + "/" + id).then().statusCode(204);
        CHIEF.call().delete(PATH + "/" + id).then().statusCode(404);
        CHIEF.call(Map.of("label", "没有了", "text", "没有了")).put(PATH + "/" + id).then().statusCode(404);
        TRIAGE.call().get(PATH).then().body("items.label", not(hasItem("楼栋和单元")));
    }

    @Test
    void refusesWhatCannotBeUsed() {
        refused("kind", Map.of("label", "无用途", "text", "没有用途"));
        refused("label", Map.of("kind", "REFERRAL", "label", " ", "text", "没有名称"));
        refused("label", Map.of("kind", "REFERRAL", "label", "个体诉求", "text", "重名"));
        refused("label", Map.of("kind", "REFERRAL", "label", "名".repeat(21), "text", "名称太长"));
        refused("text", Map.of("kind", "REFERRAL", "label", "没有内容"));
        refused("text", Map.of("kind", "REFERRAL", "label", "太长", "text", "长".repeat(2001)));
        refused("position", Map.of("kind", "REFERRAL", "label", "次序", "text", "次序", "position", -1));
        for (String other : new String[] { "dept-housing", "leader", "admin", "desk-tangxiang" }) {
            new StaffUser(other).call().get(PATH).then().statusCode(403);
            new StaffUser(other).call(Map.of()).post(PATH).then().statusCode(403);
            new StaffUser(other).call().get("/staff/canned-texts").then().statusCode(403);
        }
    }

    @Test
    void isAddedOnceByTwoAtTheSameMoment() throws Exception {
        Map<String, String> text = Map.of("kind", "REFERRAL", "label", "同时新增", "text", "两人同时新增。");
        List<Integer> statuses = AtOnce.each(() -> TRIAGE.call(text).post(PATH).statusCode());

        assertThat(statuses).containsOnlyOnce(201).isSubsetOf(201, 400, 409);
        String id = TRIAGE.call().get(PATH).then().extract().path("items.find { it.label == '同时新增' }.id");
        TRIAGE.call().delete(PATH + "/" + id).then().statusCode(204);
    }

    private static void refused(String field, Map<String, ?> body) {
        TRIAGE.call(body).post(PATH).then().statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void isEditedOnAPageAndUsedOnTheTriagePage() {
        form(Map.of("kind", "REJECTION", "label", "页面上新增", "text", "请<b>另行</b>反映。")).post("/staff/canned-texts").then()
                .statusCode(303).header("Location", endsWith("?done=kept"));
        String id = TRIAGE.call().get(PATH).then().extract().path("items.find { it.label == '页面上新增' }.id");
        TRIAGE.call().get("/staff/canned-texts?done=kept").then().body(containsString("请&lt;b&gt;另行&lt;/b&gt;反映。"));
        TRIAGE.call().get("/staff/canned-texts/" + id).then().body(containsString("修改“页面上新增”"));
        form(Map.of("label", "", "text", "改过")).post("/staff/canned-texts/" + id).then().statusCode(400)
                .body(containsString("请填写名称。")).body(containsString("改过"));
        form(Map.of("label", "页面上改过", "text", "请另行反映。")).post("/staff/canned-texts/" + id).then().statusCode(303);

        String task = TRIAGE.claim("TRIAGE", Submission.web().caseNumber());
        TRIAGE.call().get("/staff/tasks/triage/" + task + "?outcome=REJECT").then().body(containsString("页面上改过"))
                .body(containsString("编辑常用语"));
        form(Map.of("outcome", "REJECT", "canned", id)).post("/staff/tasks/triage/" + task).then().statusCode(200)
                .body(containsString("\n请另行反映。</textarea>"));
        form(Map.of()).post("/staff/canned-texts/" + id + "/remove").then().statusCode(303)
                .header("Location", endsWith("?done=removed"));
        TRIAGE.call().get("/staff/canned-texts/" + id).then().statusCode(404);
    }

    private static RequestSpecification form(Map<String, String> fields) {
        return TRIAGE.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").redirects().follow(false)
                .formParams(fields);
    }

    @Test
    void showsTheQuestionAsItWillGoOut() {
        Receipt receipt = Submission.web().register();
        String number = receipt.caseNumber();
        String task = TRIAGE.claim("TRIAGE", number);
        Map<String, Object> body = Map.of("question", "哪个小区？", "workingDays", 3);

        JsonPath preview = TRIAGE.call(body).post("/api/v1/tasks/" + task + "/question-preview").then().statusCode(200)
                .body("subject", containsString("请补充说明")).body("mail", containsString("哪个小区？"))
                .body("mail", not(containsString(Submission.NAME))).extract().jsonPath();
        TRIAGE.call().get("/api/v1/cases/" + number).then().body("stage.code", is("TRIAGE"));

        TRIAGE.complete(task, Map.of("outcome", "ASK_SUPPLEMENT", "question", "哪个小区？", "workingDays", 3)).statusCode(200);
        String due = preview.getString("dueAt");
        RestAssured.given().queryParam("code", receipt.queryCode()).get("/api/v1/proposals/" + number).then()
                .body("supplementRequest.dueAt", is(due));
        String cookie = RestAssured.given().redirects().follow(false).formParam("number", number)
                .formParam("code", receipt.queryCode()).post("/track").cookie("minsheng-track");
        String shown = RestAssured.given().cookie("minsheng-track", cookie).get("/track/" + number).then().statusCode(200)
                .extract().asString().replaceAll("<[^>]*>", "").replaceAll("\\s", "");
        assertThat(shown).contains(preview.getString("page").replaceAll("\\s", ""));
    }

    @Test
    void showsOnlyTheTrackingPageWhereThereIsNoAddress() {
        String task = TRIAGE.task("TRIAGE", Submission.web().reachableBy(Submission.PHONE, null).caseNumber());
        String path = "/api/v1/tasks/" + task + "/question-preview";

        TRIAGE.call(Map.of("question", "哪个小区？")).post(path).then().statusCode(200).body("mail", nullValue())
                .body("page", containsString("哪个小区？"));
        TRIAGE.call(Map.of("question", " ", "workingDays", 99)).post(path).then().statusCode(400)
                .body("violations.field", hasItems("question", "workingDays"));
        new StaffUser("dept-housing").call(Map.of("question", "哪里？")).post(path).then().statusCode(403);
    }
}
