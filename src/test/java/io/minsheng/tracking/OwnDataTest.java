package io.minsheng.tracking;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.GpsPhoto;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.ReissueQueryCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@DisplayName("The own data")
class OwnDataTest {

    @Inject
    Proposals proposals;
    @Inject
    Authors authors;
    @Inject
    ReissueQueryCode reissue;

    @Test
    void areShownAfterAPersonHasAgreed() {
        Receipt receipt = Submission.web().register();
        data(receipt).statusCode(409);
        ask(receipt, Map.of("kind", "SEE", "words", "想知道你们存了什么")).statusCode(201).body("state", equalTo("OPEN"));
        ask(receipt, Map.of("kind", "SEE")).statusCode(409);
        data(receipt).statusCode(409);

        assertThat(CHIEF.task("REVIEW", receipt.caseNumber())).isNotEmpty();
        String task = CHIEF.claim("REVIEW", receipt.caseNumber());
        TRIAGE.complete(task, Map.of("outcome", "GRANT")).statusCode(403);
        CHIEF.complete(task, Map.of("outcome", "SEE")).statusCode(400).body("violations.field", hasItem("outcome"));
        CHIEF.complete(task, Map.of("outcome", "GRANT")).statusCode(200);

        data(receipt).statusCode(200).body("identity.name", equalTo(Submission.NAME))
                .body("identity.phone", equalTo(Submission.PHONE)).body("identity.email", equalTo(Submission.EMAIL))
                .body("cases.caseNumber", equalTo(List.of(receipt.caseNumber())))
                .body("cases[0].fields.label", hasItems("建议事项名称", "建议内容"))
                .body("requests.kind", equalTo(List.of("查阅"))).body("requests[0].words", equalTo("想知道你们存了什么"));
        requests(receipt).body("[0].state", equalTo("GRANTED"));
        track(receipt).body("timeline.text", hasItem(containsString("我的个人信息")));
        audit(receipt, "DATA_REQUESTED", "DATA_REQUEST_GRANTED", "OWN_DATA_SEEN");
        given().queryParam("code", "22222222").get(path(receipt) + "personal-data").then().statusCode(404);
    }

    @Test
    void holdWhatThePersonWroteAndWasAnswered() {
        Receipt receipt = Submission.web().register();
        String number = receipt.caseNumber();
        Handling.evaluated(number);
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "NOT_ADOPT", "reason", "与在建项目重复"));
        Handling.answerReleased(number, "ONLINE");
        given().queryParam("code", receipt.queryCode()).contentType(ContentType.JSON)
                .body(Map.of("score", 4, "comment", "办得快")).post(path(receipt) + "rating").then().statusCode(200);
        ask(receipt, Map.of("kind", "SEE")).statusCode(201);
        answer(number, Map.of("outcome", "GRANT"));

        data(receipt).statusCode(200).body("cases[0].answers", hasSize(1))
                .body("cases[0].answers[0].text", not(nullValue()))
                .body("cases[0].answers[0].rating.satisfaction", equalTo("满意"))
                .body("cases[0].answers[0].rating.words", equalTo("办得快"));
    }

    @Test
    void holdTheReasonOfAWithdrawal() {
        Receipt receipt = Submission.web().register();
        given().queryParam("code", receipt.queryCode()).contentType(ContentType.JSON).body(Map.of("reason", "已经修好了"))
                .post(path(receipt) + "withdraw").then().statusCode(200);
        ask(receipt, Map.of("kind", "SEE")).statusCode(201);
        answer(receipt.caseNumber(), Map.of("outcome", "GRANT"));

        data(receipt).statusCode(200).body("cases[0].withdrawalReason", equalTo("已经修好了"));
    }

    @Test
    void areCorrected() {
        Receipt receipt = Submission.web().register();
        ask(receipt, Map.of("kind", "CORRECT", "contact", Map.of("name", " ", "phone", "abc"))).statusCode(400)
                .body("violations.field", hasItems("name", "phone"));
        ask(receipt, Map.of("kind", "CORRECT")).statusCode(400);
        ask(receipt, Map.of("kind", "CORRECT", "contact", Map.of("name", "测试乙", "phone", "13800005678"))).statusCode(201);
        assertThat(contact(receipt.caseNumber()).phone()).as("not before a person agrees").isEqualTo(Submission.PHONE);

        answer(receipt.caseNumber(), Map.of("outcome", "GRANT"));

        assertThat(contact(receipt.caseNumber())).isEqualTo(new Contact("测试乙", "13800005678", null, null));
        assertThat(given().queryParam("code", receipt.queryCode()).get(path(receipt)).asString()).doesNotContain("测试乙");
        new StaffUser("auditor").call().queryParam("caseNumber", receipt.caseNumber()).get("/api/v1/audit").then()
                .body("items.detail", everyItem(not(containsString("13800005678"))));
    }

    @Test
    void areRefusedWithAReasonOnly() {
        Receipt receipt = Submission.web().register();
        ask(receipt, Map.of("kind", "BURN")).statusCode(400).body("violations.field", hasItem("kind"));
        ask(receipt, Map.of("kind", "ERASE")).statusCode(400).body("violations.field", hasItem("understood"));
        ask(receipt, Map.of("kind", "ERASE", "understood", true, "colour", "red")).statusCode(400);
        ask(receipt, Map.of("kind", "ERASE", "understood", true, "words", "字".repeat(2001))).statusCode(400)
                .body("violations.field", hasItem("words"));
        ask(receipt, Map.of("kind", "ERASE", "understood", true)).statusCode(201);
        String task = CHIEF.claim("REVIEW", receipt.caseNumber());
        CHIEF.complete(task, Map.of("outcome", "REFUSE")).statusCode(400).body("violations.field", hasItem("reason"));
        CHIEF.complete(task, Map.of("outcome", "REFUSE", "reason", "依照档案法规定须保存。")).statusCode(200);

        requests(receipt).body("[0].state", equalTo("REFUSED")).body("[0].answer", equalTo("依照档案法规定须保存。"));
        assertThat(contact(receipt.caseNumber()).name()).isEqualTo(Submission.NAME);
        ask(receipt, Map.of("kind", "ERASE", "understood", true)).statusCode(201);
    }

    @Test
    void areErasedAndTheWishStays() throws IOException {
        Receipt receipt = Submission.web().titled("给" + Submission.NAME + "家门口的路装路灯").register();
        String number = receipt.caseNumber();
        given().queryParam("code", receipt.queryCode()).contentType(ContentType.JSON)
                .body(Map.of("text", "有事请打 13800001234 找" + Submission.NAME)).post(path(receipt) + "supplement").then()
                .statusCode(200);
        String file = given().queryParam("code", receipt.queryCode()).multiPart("file", "a.jpg", GpsPhoto.jpg())
                .post(path(receipt) + "attachments").then().statusCode(201).extract().path("id");
        ask(receipt, Map.of("kind", "ERASE", "understood", true, "words", "我是" + Submission.NAME)).statusCode(201);
        answer(number, Map.of("outcome", "GRANT"));

        assertThat(contact(number)).isEqualTo(new Contact(null, null, null, null));
        String page = TRIAGE.call().get("/staff/cases/" + number).then().statusCode(200).extract().asString();
        assertThat(page).contains("家门口的路装路灯", "有事请打").doesNotContain(Submission.NAME, "13800001234", "a.jpg");
        TRIAGE.call().get("/staff/cases/" + number + "/attachments/" + file).then().statusCode(404);
        TRIAGE.call().get("/staff/outbox").then().statusCode(200);
        TRIAGE.call().queryParam("q", number).get("/api/v1/tasks").then().body("items.title",
                hasItem(containsString("家门口的路装路灯"))).body("items.title", everyItem(not(containsString(Submission.NAME))));
        track(receipt).body("stage.code", equalTo("RECEIVED")).body("title", containsString("家门口的路装路灯"))
                .body("timeline.text", hasItem(containsString("已经删除")));
        ask(receipt, Map.of("kind", "SEE")).statusCode(409);
        data(receipt).statusCode(409);
        audit(receipt, "AUTHOR_ERASED");

        Handling.evaluated(number);
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "NOT_ADOPT", "reason", "与在建项目重复"));
        Handling.answerReleased(number, "ONLINE");
        track(receipt).body("answer.text", not(nullValue()));
    }

    @Test
    void areErasedFromTheReasonOfAWithdrawal() {
        Receipt receipt = Submission.web().register();
        given().queryParam("code", receipt.queryCode()).contentType(ContentType.JSON)
                .body(Map.of("reason", Submission.NAME + "已搬走，有事打 13800001234")).post(path(receipt) + "withdraw").then()
                .statusCode(200);
        ask(receipt, Map.of("kind", "ERASE", "understood", true)).statusCode(201);
        answer(receipt.caseNumber(), Map.of("outcome", "GRANT"));

        assertThat(TRIAGE.call().get("/staff/cases/" + receipt.caseNumber()).then().statusCode(200).extract().asString())
                .contains("已搬走").doesNotContain(Submission.NAME, "13800001234");
    }

    @Test
    void inAMailAreErasedWithIt() {
        String mail = "From: =?UTF-8?B?5byg5LiJ?= <zhangsan-erase@example.cn>\r\nSubject: =?UTF-8?B?"
                + Base64.getEncoder().encodeToString("大足区2025年重点民生实事建议征集：给龙水湖步道装路灯".getBytes(StandardCharsets.UTF_8))
                + "?=\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n晚上散步的人很多，看不见路，请装路灯。电话 13800007777\r\n";
        Response stored = TRIAGE.call().contentType("message/rfc822").body(mail.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/mailbox/messages");
        String id = stored.then().statusCode(201).body("state", equalTo("CASE")).extract().path("id");
        String number = stored.path("cases[0]");
        Actor triage = new Actor("triage", "", Set.of(Role.TRIAGE), null);
        Receipt receipt = new Receipt(number,
                QuarkusTransaction.requiringNew().call(() -> reissue.reissue(number, triage)), null, null, null);
        ask(receipt, Map.of("kind", "ERASE", "understood", true)).statusCode(201);
        answer(number, Map.of("outcome", "GRANT"));

        for (String path : List.of("/api/v1/mailbox/messages/" + id, "/staff/mailbox/" + id, "/staff/mailbox",
                "/staff/cases/" + number)) {
            Response answer = TRIAGE.call().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(path.contains(id) ? 404 : 200);
            assertThat(answer.asString()).as(path).doesNotContain("13800007777", "zhangsan-erase");
        }
        TRIAGE.call().get("/api/v1/mailbox/messages/" + id + "/raw").then().statusCode(404);
        TRIAGE.call().get("/api/v1/cases/" + number).then().statusCode(200);
    }

    @Test
    void ofASupporterAreErasedWithoutTouchingTheCase() {
        String number = Handling.evaluated(Submission.web());
        String code = given().contentType(ContentType.JSON)
                .body(Map.of("name", "测试丙", "phone", "13900007777", "text", "我是测试丙，也想要", "consent", true))
                .post("/api/v1/proposals/" + number + "/supports").then().statusCode(201).extract().path("supportCode");
        Receipt supporter = new Receipt(number, code, null, null, null);
        ask(supporter, Map.of("kind", "ERASE", "understood", true)).statusCode(201);
        answer(number, Map.of("outcome", "GRANT"));

        assertThat(contact(number).name()).isEqualTo(Submission.NAME);
        assertThat(TRIAGE.call().get("/staff/cases/" + number).asString()).doesNotContain("测试丙", "13900007777");
        requests(supporter).body("[0].state", equalTo("GRANTED"));
        track(supporter).body("timeline.text", everyItem(equalTo("")));
    }

    @Test
    void areAskedForOnPagesWithoutScript() {
        Receipt receipt = Submission.web().register();
        String here = "/track/" + receipt.caseNumber() + "/data";
        given().redirects().follow(false).get(here).then().statusCode(303);
        String cookie = given().redirects().follow(false).formParam("number", receipt.caseNumber())
                .formParam("code", receipt.queryCode()).post("/track").cookie("minsheng-track");

        given().cookie("minsheng-track", cookie).get(here).then().statusCode(200).body(containsString("申请查阅"));
        given().cookie("minsheng-track", cookie).get(here + "?kind=ERASE").then().body(containsString("删除前请了解"));
        given().cookie("minsheng-track", cookie).formParam("kind", "CORRECT").formParam("name", "<b>x").post(here).then()
                .statusCode(400).body(containsString("phone-error")).body(containsString("&lt;b&gt;x"));
        given().cookie("minsheng-track", cookie).get(here + "/all").then().statusCode(409);
        given().redirects().follow(false).cookie("minsheng-track", cookie).formParam("kind", "SEE").post(here).then()
                .statusCode(303);
        String task = CHIEF.claim("REVIEW", receipt.caseNumber());
        String page = "/staff/tasks/person/" + task;
        CHIEF.call().get(page).then().statusCode(200).body(containsString("申请查阅本人信息"))
                .body(not(containsString(Submission.PHONE)));
        new StaffUser("leader").call().get(page).then().statusCode(403);
        CHIEF.call().formParam("outcome", "REFUSE").post(page).then().statusCode(400).body(containsString("reason-error"));
        CHIEF.call().redirects().follow(false).formParam("outcome", "GRANT").post(page).then().statusCode(303);

        given().cookie("minsheng-track", cookie).get(here + "/all").then().statusCode(200)
                .body(containsString(Submission.PHONE));
        given().cookie("minsheng-track", cookie).get(here + "/download").then().statusCode(200)
                .header("Content-Disposition", containsString("attachment")).body("identity.phone", equalTo(Submission.PHONE));
        requests(receipt).body("$", hasSize(1));
    }

    private Contact contact(String number) {
        return QuarkusTransaction.requiringNew().call(() -> authors.contact(proposals.byNumber(number).author()));
    }

    private static String path(Receipt receipt) {
        return "/api/v1/proposals/" + receipt.caseNumber() + "/";
    }

    private static ValidatableResponse ask(Receipt receipt, Map<String, Object> body) {
        return given().queryParam("code", receipt.queryCode()).contentType(ContentType.JSON).body(new HashMap<>(body))
                .post(path(receipt) + "data-requests").then();
    }

    private static void answer(String number, Map<String, Object> body) {
        CHIEF.settle("REVIEW", number, body);
    }

    private static ValidatableResponse requests(Receipt receipt) {
        return given().queryParam("code", receipt.queryCode()).get(path(receipt) + "data-requests").then().statusCode(200);
    }

    private static ValidatableResponse data(Receipt receipt) {
        return given().queryParam("code", receipt.queryCode()).get(path(receipt) + "personal-data").then();
    }

    private static ValidatableResponse track(Receipt receipt) {
        return given().queryParam("code", receipt.queryCode()).get("/api/v1/proposals/" + receipt.caseNumber()).then()
                .statusCode(200);
    }

    private static void audit(Receipt receipt, String... actions) {
        new StaffUser("auditor").call().queryParam("caseNumber", receipt.caseNumber()).get("/api/v1/audit").then()
                .body("items.action", hasItems(actions));
    }
}
