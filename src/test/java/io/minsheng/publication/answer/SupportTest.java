package io.minsheng.publication.answer;

import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.answerReleased;
import static io.minsheng.fixture.Handling.evaluated;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.Outbox;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@DisplayName("A support (附议)")
class SupportTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String NAME = "附议人乙";

    @Inject
    OutboxMails mails;
    @Inject
    SupportNotices notices;
    @Inject
    Event<Outbox.Sent> sent;
    @Inject
    Event<Outbox.Failed> failed;

    @Test
    void countsEachPersonOnce() {
        String number = evaluated(Submission.web());
        support(number, by("13900001111", null)).statusCode(201);
        support(number, by("13900001111", "yi@example.cn")).statusCode(201);
        support(number, by(null, "YI@example.cn")).statusCode(201);
        support(number, by(Submission.PHONE, null)).statusCode(201);
        support(number, by("13900002222", null)).statusCode(201);

        TRIAGE.call().get("/api/v1/cases/" + number).then().body("supports.total", equalTo(5))
                .body("supports.people", equalTo(3));
        given().get("/proposals/" + number).then().statusCode(200).body(containsString("3 人提出或附议"));
    }

    @Test
    void countsInTheCandidateAndThroughMerges() {
        String main = evaluated(Submission.web());
        String member = evaluated(Submission.web());
        support(main, by("13900001111", null)).statusCode(201);
        support(member, by("13900001111", null)).statusCode(201);
        support(member, by("13900002222", null)).statusCode(201);
        TRIAGE.call(Map.of("into", main)).post("/api/v1/cases/" + member + "/merge").then().statusCode(200);
        assertThat(support(member, by("13900003333", null)).statusCode(404).extract().asString()).contains("没有这条公开的建议");

        TRIAGE.call().get("/api/v1/cases/" + main).then().body("tally.suggestions", equalTo(2))
                .body("tally.people", equalTo(3)).body("supports.people", equalTo(3));
        TRIAGE.settle("CONCLUSION", main, Map.of("outcome", "SHORTLIST", "reason", "条件成熟"));
        String list = Handling.openList();
        assertThat(Handling.list(list).getInt("items.find { it.cases.contains('" + main + "') }.people")).isEqualTo(3);
    }

    @Test
    void isTakenForPublicCasesOnlyAndNeverTellsWhichThereAre() {
        String unknown = support("DZ2025-999999-9", by("13900001111", null)).statusCode(404).extract().asString();
        String received = Submission.web().caseNumber();
        assertThat(support(received, by("13900001111", null)).statusCode(404).extract().asString()).isEqualTo(unknown);
        String untitled = Submission.web().caseNumber();
        TRIAGE.settle("TRIAGE", untitled, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of()));
        assertThat(support(untitled, by("13900001111", null)).statusCode(404).extract().asString()).isEqualTo(unknown);
        given().get("/proposals/" + untitled).then().statusCode(404);
        String answered = evaluated(Submission.web());
        conclude(answered);
        support(answered, by("13900001111", null)).statusCode(201);
        answerReleased(answered, "ONLINE");
        support(answered, by("13900001111", null)).statusCode(409).body("detail", equalTo("这条建议已有结果，不能再附议。"));
        given().get("/proposals/" + answered).then().statusCode(200).body(containsString("不再接受附议"));
    }

    @Test
    void needsNameConsentAndAWayToReachThePerson() {
        String number = evaluated(Submission.web());
        support(number, Map.of()).statusCode(400).body("violations.field", hasItems("name", "phone", "consent"));
        support(number, with(by("一二三", null), "x", "x")).statusCode(400);
        support(number, by("abc", null)).statusCode(400).body("violations.field", hasItem("phone"));
        support(number, by(null, "abc")).statusCode(400).body("violations.field", hasItem("email"));
        support(number, with(by("13900001111", null), "text", "好".repeat(201))).statusCode(400)
                .body("violations.field", hasItem("text"));
        support(number, with(by("13900001111", null), "consent", false)).statusCode(400)
                .body("violations.field", hasItem("consent"));
        TRIAGE.call().get("/api/v1/cases/" + number).then().body("supports.total", equalTo(0));
    }

    @Test
    void isFollowedWithItsOwnCodeWithoutTheAuthorsRightsAndWords() {
        Receipt receipt = Submission.web().titled("我家在六楼没有电梯").register();
        String number = evaluated(receipt.caseNumber());
        String code = support(number, by("13900001111", null)).statusCode(201).extract().path("supportCode");

        given().queryParam("code", code).get("/api/v1/proposals/" + number).then().statusCode(200)
                .body("title", equalTo(Handling.PUBLIC_TITLE)).body("stage.code", equalTo("CONCLUSION"))
                .body("answer", nullValue());
        for (Map.Entry<String, Map<String, ?>> act : Map.<String, Map<String, ?>> of("withdraw", Map.of("reason", "不要了"),
                "supplement", Map.of("text", "补充"), "rating", Map.of("score", 1)).entrySet()) {
            given().queryParam("code", code).contentType(ContentType.JSON).body(act.getValue())
                    .post("/api/v1/proposals/" + number + "/" + act.getKey()).then().statusCode(404);
        }
        tracked(number, code).body(containsString("您附议的建议")).body(not(containsString("我家在六楼"))).body(not(containsString("撤回")));
        String other = evaluated(Submission.web());
        given().queryParam("code", code).get("/api/v1/proposals/" + other).then().statusCode(404);
    }

    @Test
    void doesNotTellThatTheAuthorIsAsked() {
        String number = Submission.web().caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment", "housing",
                "assistDepartments", List.of(), "publicTitle", Handling.PUBLIC_TITLE));
        String code = support(number, by("13900001111", null)).statusCode(201).extract().path("supportCode");
        new StaffUser("dept-housing").settle("EVALUATION", number, Map.of("outcome", "RETURN", "reason", "不属于本单位职责。"));
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "哪个小区？"));

        tracked(number, code).body(containsString("现在由谁办")).body(not(containsString("等待您补充")))
                .body(not(containsString("将与您联系")));
    }

    /** The page for who has the code. */
    private static ValidatableResponse tracked(String number, String code) {
        String cookie = given().redirects().follow(false).formParam("number", number).formParam("code", code).post("/track")
                .then().statusCode(303).extract().cookie("minsheng-track");
        return given().cookie("minsheng-track", cookie).get("/track/" + number).then().statusCode(200);
    }

    @Test
    void bringsTheAnswerByMailOrThroughAPerson() {
        String number = evaluated(Submission.web());
        support(number, by(null, "bing@example.cn")).statusCode(201);
        support(number, by("13900003333", null)).statusCode(201);
        support(number, by(null, "BING@example.cn")).statusCode(201);
        support(number, by(null, Submission.EMAIL)).statusCode(201);
        conclude(number);
        answerReleased(number, "ONLINE");

        List<Notice> told = noticesOf(number);
        assertThat(told).extracting(Notice::state).containsExactlyInAnyOrder(NoticeState.SENDING, NoticeState.WAITING);
        String mailed = told.stream().filter(each -> each.state() == NoticeState.SENDING).findFirst().orElseThrow().id();
        assertThat(QuarkusTransaction.requiringNew().call(() -> mails.count("reference = ?1 and kind = ?2", mailed,
                MailKind.SUPPORT_ANSWER))).isEqualTo(1);
        QuarkusTransaction.requiringNew().run(() -> failed.fire(
                new Outbox.Failed(MailKind.SUPPORT_ANSWER, mailed, "p", number, "mail", "550")));
        assertThat(noticesOf(number)).extracting(Notice::state).containsOnly(NoticeState.WAITING);

        TRIAGE.call().get("/staff/answers/supporters").then().statusCode(200).body(containsString("未送达：550"))
                .body(not(containsString("13900003333")));
        String tell = "/staff/answers/supporters/" + mailed + "/told";
        TRIAGE.call().contentType(FORM).formParam("note", " ").post(tell).then().statusCode(400);
        new StaffUser("chief").call().contentType(FORM).formParam("note", "电话").post(tell).then().statusCode(403);
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("note", "电话告知").post(tell).then()
                .statusCode(303);
        TRIAGE.call().contentType(FORM).formParam("note", "再次").post(tell).then().statusCode(409);
        assertThat(noticesOf(number)).extracting(Notice::state).contains(NoticeState.TOLD);
    }

    @Test
    void isShownMaskedAndInFullForAPurpose() {
        String number = evaluated(Submission.web());
        support(number, with(by("13900004444", null), "text", "我是" + NAME + "，电话 13900004444")).statusCode(201);

        String page = "/staff/cases/" + number;
        TRIAGE.call().get(page).then().statusCode(200).body(containsString("139****4444"))
                .body(containsString("电话 13900004444"));
        new StaffUser("leader").call().get(page).then().statusCode(200).body(not(containsString("13900004444")))
                .body(not(containsString(NAME)));
        String id = TRIAGE.call().get("/api/v1/cases/" + number).then().body("supports.newest", hasSize(1)).extract()
                .path("supports.newest[0].id");
        String reveal = page + "/supports/" + id + "/contact";
        TRIAGE.call().contentType(FORM).formParam("purpose", "").post(reveal).then().statusCode(400);
        new StaffUser("leader").call().contentType(FORM).formParam("purpose", "看看").post(reveal).then().statusCode(403);
        TRIAGE.call().contentType(FORM).formParam("purpose", "电话告知结果").post(reveal).then().statusCode(200)
                .body(containsString(NAME));
        TRIAGE.call().contentType(FORM).formParam("purpose", "电话告知结果")
                .post("/staff/cases/" + evaluated(Submission.web()) + "/supports/" + id + "/contact").then().statusCode(404);
        new StaffUser("auditor").call().queryParam("caseNumber", number).queryParam("size", 200).get("/api/v1/audit").then()
                .body("items.action", hasItems("SUPPORTED", "SUPPORTER_REVEALED"));
    }

    @Test
    void isGivenOnThePublicPage() {
        String number = evaluated(Submission.web().titled("公开页面上附议的建议"));
        given().get("/proposals").then().statusCode(200).body(containsString("公开页面上附议的建议"));
        given().get("/proposals?category=EDUCATION&page=0").then().statusCode(200);
        given().queryParam("campaign", "DZ2025").queryParam("size", 200).get("/api/v1/proposals").then().statusCode(200)
                .body("items.caseNumber", hasItem(number));
        String page = "/proposals/" + number + "/support";
        given().contentType(FORM).formParam("name", "测试<丁>").post(page).then().statusCode(400)
                .body(containsString("联系电话和电子邮箱至少填写一项")).body(containsString("测试&lt;丁&gt;"));
        given().contentType(FORM).formParam("name", "测试丁").formParam("phone", "13900005555").formParam("consent", "true")
                .formParam("website", "spam").post(page).then().statusCode(400);
        given().contentType(FORM).formParam("name", "测试丁").formParam("phone", "13900005555").formParam("consent", "true")
                .post(page).then().statusCode(200).body(containsString("附议已登记")).body(containsString("附议查询码"));
        TRIAGE.call().get("/api/v1/cases/" + number).then().body("supports.total", equalTo(1));
    }

    @Test
    void isAnsweredEvenWhenTheAuthorWaitsForNothing() {
        String number = evaluated(Submission.letter()
                .by(new NewProposal.Proposer(ProposerKind.ANONYMOUS, null, null, null, null, false)));
        support(number, by(null, "geng@example.cn")).statusCode(201);
        conclude(number);
        answerReleased(number, "ONLINE");

        QuarkusTransaction.requiringNew().run(() -> assertThat(mails.list("kind", MailKind.SUPPORT_ANSWER).stream()
                .filter(each -> number.equals(each.caseNumber()))).singleElement()
                .satisfies(each -> assertThat(each.toAuthor()).as("a reply to it is no word of the author").isFalse()));
    }

    private record Notice(String id, NoticeState state) {
    }

    private List<Notice> noticesOf(String number) {
        return QuarkusTransaction.requiringNew().call(() -> notices.list("support.proposal.caseNumber", number).stream()
                .map(each -> new Notice(each.id(), each.state())).toList());
    }

    private static void conclude(String number) {
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "NOT_ADOPT", "reason", "与在建项目重复"));
    }

    private static Map<String, Object> by(String phone, String email) {
        Map<String, Object> body = new HashMap<>(Map.of("name", NAME, "consent", true));
        body.put("phone", phone);
        body.put("email", email);
        return body;
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        body.put(field, value);
        return body;
    }

    private static ValidatableResponse support(String number, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/proposals/" + number + "/supports").then();
    }
}
