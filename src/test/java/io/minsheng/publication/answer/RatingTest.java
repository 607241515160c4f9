package io.minsheng.publication.answer;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.answerReleased;
import static io.minsheng.fixture.Handling.decided;
import static io.minsheng.fixture.Handling.frozen;
import static io.minsheng.fixture.Handling.list;
import static io.minsheng.fixture.Handling.published;
import static io.minsheng.fixture.Handling.shortlisted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Handling;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@DisplayName("A rating")
class RatingTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Inject
    Answers answers;

    @Test
    void isTakenOnceAndAfterTheAnswer() {
        Receipt receipt = Submission.web().register();
        refer(receipt);
        rate(receipt, Map.of("score", 5)).statusCode(409);
        answerReleased(receipt.caseNumber(), "ONLINE");

        for (Object wrong : new Object[] { 0, 6, -1, "good" }) {
            rate(receipt, Map.of("score", wrong)).statusCode(400);
        }
        rate(receipt, Map.of()).statusCode(400).body("violations.field", hasItem("score"));
        rate(receipt, Map.of("score", 4, "comment", "好".repeat(201))).statusCode(400)
                .body("violations.field", hasItem("comment"));
        rate(receipt, Map.of("score", 4, "stars", 4)).statusCode(400);
        rate(receipt, Map.of("score", 4, "comment", "办得快")).statusCode(200).body("answer.rating.score", equalTo(4))
                .body("answer.rating.label", equalTo("满意")).body("answer.rating.comment", equalTo("办得快"));
        rate(receipt, Map.of("score", 5)).statusCode(409);

        assertThat(TRIAGE.tasks("REVIEW", receipt.caseNumber())).isEmpty();
        TRIAGE.call().get("/api/v1/cases/" + receipt.caseNumber()).then().body("answer.rating.score", equalTo(4));
    }

    @Test
    void isRefusedToWhoeverHasNotNumberAndCode() {
        Receipt receipt = Submission.web().register();
        String wrongCode = post(receipt.caseNumber(), "22222222", Map.of("score", 5)).statusCode(404).extract().asString();
        String wrongNumber = post("DZ2025-999999-9", receipt.queryCode(), Map.of("score", 5)).statusCode(404).extract()
                .asString();
        assertThat(wrongCode).isEqualTo(wrongNumber);
    }

    @Test
    void hidesPersonalDataInItsWordsFromWhoMayNotSeeThem() {
        Receipt receipt = Submission.web().register();
        TRIAGE.settle("TRIAGE", receipt.caseNumber(), Map.of("outcome", "ACCEPT", "category", "HOUSING", "leadDepartment",
                "housing", "assistDepartments", List.of()));
        new StaffUser("dept-housing").settle("EVALUATION", receipt.caseNumber(), Handling.opinion());
        TRIAGE.settle("CONCLUSION", receipt.caseNumber(), Map.of("outcome", "NOT_ADOPT", "reason", "暂无条件"));
        answerReleased(receipt.caseNumber(), "ONLINE");
        rate(receipt, Map.of("score", 3, "comment", "请" + Submission.NAME + "接电话 13800001234")).statusCode(200);

        String page = "/staff/cases/" + receipt.caseNumber();
        TRIAGE.call().get(page).then().body(containsString("接电话 13800001234"));
        for (String user : List.of("leader", "dept-housing")) {
            new StaffUser(user).call().get(page).then().statusCode(200).body(containsString("接电话"))
                    .body(not(containsString("13800001234"))).body(not(containsString(Submission.NAME)));
        }
    }

    @Test
    void reopensWhatTheOfficeHadWeighed() {
        Receipt receipt = Submission.web().register();
        declined(receipt, "与在建项目重复");
        answerReleased(receipt.caseNumber(), "ONLINE");
        rate(receipt, Map.of("score", 1, "comment", "没有说清楚")).statusCode(200);

        String number = receipt.caseNumber();
        String task = TRIAGE.claim("REVIEW", number);
        TRIAGE.complete(task, Map.of("outcome", "REOPEN")).statusCode(400).body("violations.field", hasItem("reason"));
        TRIAGE.complete(task, Map.of("outcome", "IGNORE", "reason", "x")).statusCode(400);
        CHIEF.complete(task, Map.of("outcome", "KEEP", "reason", "x")).statusCode(403);
        TRIAGE.complete(task, Map.of("outcome", "REOPEN", "reason", "答复没有针对性")).statusCode(200)
                .body("stage", equalTo("CONCLUSION"));

        track(receipt).body("stage.code", equalTo("CONCLUSION")).body("answer.text", notNullValue())
                .body("timeline.text", hasItem("您对答复不满意，我们正在重新办理您的建议。"))
                .body("timeline.text", not(hasItem(containsString("没有针对性"))));
        rate(receipt, Map.of("score", 5)).statusCode(409);
        assertThat(disposition(number)).isNull();

        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "RESERVE", "reason", "明年再研究"));
        track(receipt).body("stage.code", equalTo("CONCLUSION"));
        answerReleased(number, "ONLINE");
        track(receipt).body("stage.code", equalTo("RESERVED")).body("earlierAnswers", hasSize(1))
                .body("earlierAnswers[0].rating.score", equalTo(1)).body("answer.rating", nullValue());
        assertThat(disposition(number)).isEqualTo("RESERVED");
        rate(receipt, Map.of("score", 4)).statusCode(200).body("answer.rating.score", equalTo(4));

        TRIAGE.call().get("/api/v1/cases/" + number).then().body("answer.number", equalTo(2))
                .body("earlierAnswers[0].rating.outcome", equalTo("REOPEN"))
                .body("earlierAnswers[0].rating.reason", equalTo("答复没有针对性"));
        TRIAGE.call().get("/staff/cases/" + number).then().statusCode(200).body(containsString("第 2 次办理的答复"));
    }

    @Test
    void reopensWhatTriageHadSentAway() {
        Receipt receipt = Submission.web().register();
        refer(receipt);
        answerReleased(receipt.caseNumber(), "ONLINE");
        reopen(receipt);

        track(receipt).body("stage.code", equalTo("TRIAGE"));
        TRIAGE.settle("TRIAGE", receipt.caseNumber(), Map.of("outcome", "REJECT", "reasonCode", "OTHER", "explanation",
                "仍不属于征集范围"));
        answerReleased(receipt.caseNumber(), "ONLINE");
        track(receipt).body("stage.code", equalTo("REJECTED"));
        assertThat(disposition(receipt.caseNumber())).isEqualTo("REJECTED");
    }

    @Test
    void isFollowedByWithdrawalIfTheAuthorHasEnough() {
        Receipt receipt = Submission.web().register();
        refer(receipt);
        answerReleased(receipt.caseNumber(), "ONLINE");
        reopen(receipt);

        given().contentType(ContentType.JSON).body(Map.of("reason", "算了"))
                .post("/api/v1/proposals/" + receipt.caseNumber() + "/withdraw?code=" + receipt.queryCode()).then()
                .statusCode(200).body("stage.code", equalTo("WITHDRAWN"));
        QuarkusTransaction.requiringNew().run(() -> assertThat(answers.ofCase(receipt.caseNumber()).state())
                .isEqualTo(AnswerState.NOT_OWED));
    }

    @Test
    void ofAnAdoptedCaseLeadsToANewAnswerOnly() {
        Receipt receipt = Submission.web().register();
        String number = receipt.caseNumber();
        shortlisted(receipt.caseNumber());
        String list = frozen(number);
        decided(list, Map.of(number, Map.of("result", "ADOPTED")));
        published(list);
        answerReleased(number, "PHONE");
        reopen(receipt);

        assertThat(disposition(number)).isEqualTo("ADOPTED");
        assertThat(TRIAGE.tasks("ANSWER", number)).as("one to draft, none to deliver").hasSize(1);
        answerReleased(number, "ONLINE");
        track(receipt).body("stage.code", equalTo("PUBLISHED")).body("earlierAnswers", hasSize(1));
    }

    @Test
    void doesNotChangeTheFrozenListWhenTheCaseBecomesACandidateAgain() {
        Receipt receipt = Submission.web().register();
        String number = receipt.caseNumber();
        shortlisted(receipt.caseNumber());
        String list = frozen(number);
        decided(list, Map.of(number, Map.of("result", "NOT_ADOPTED", "reason", "资金不足")));
        answerReleased(number, "ONLINE");
        reopen(receipt);
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "SHORTLIST", "reason", "资金已落实"));

        assertThat(list(list).getList("items[0].cases")).contains(number);
        assertThat(list(list).getInt("items[0].suggestions")).isEqualTo(1);
        TRIAGE.call().get("/staff/lists/" + list).then().statusCode(200).body(not(containsString("内容与确定时不一致")));
        String next = frozen(number);
        decided(next, Map.of(number, Map.of("result", "NOT_ADOPTED", "reason", "还是不足")));
        assertThat(disposition(number)).isEqualTo("NOT_ADOPTED");
    }

    @Test
    void isKeptWithAReasonThatTheStaffSees() {
        Receipt receipt = Submission.web().register();
        refer(receipt);
        answerReleased(receipt.caseNumber(), "ONLINE");
        rate(receipt, Map.of("score", 2)).statusCode(200);
        TRIAGE.settle("REVIEW", receipt.caseNumber(), Map.of("outcome", "KEEP", "reason", "已多次说明"));

        track(receipt).body("stage.code", equalTo("REFERRED")).body("timeline.text", hasItem("我们已研究您的评价，维持原来的办理结果。"))
                .body("timeline.text", not(hasItem(containsString("已多次说明"))));
        TRIAGE.call().get("/staff/cases/" + receipt.caseNumber()).then().body(containsString("已多次说明"));
        new StaffUser("auditor").call().queryParam("caseNumber", receipt.caseNumber()).queryParam("size", 200)
                .get("/api/v1/audit").then().body("items.action", hasItem("RATED"))
                .body("items.action", hasItem("RATING_KEEP"));
    }

    @Test
    void isJudgedOnAPage() {
        Receipt receipt = Submission.web().register();
        refer(receipt);
        answerReleased(receipt.caseNumber(), "ONLINE");
        rate(receipt, Map.of("score", 1, "comment", "推来推去")).statusCode(200);
        String id = TRIAGE.claim("REVIEW", receipt.caseNumber());

        TRIAGE.call().get("/staff/tasks/" + id).then().statusCode(200).body(containsString("推来推去"))
                .body(containsString("回到“分类整理”环节"));
        TRIAGE.call().get("/staff/tasks/review/" + id).then().statusCode(404);
        new StaffUser("dept-housing").call().get("/staff/tasks/rating/" + id).then().statusCode(403);
        TRIAGE.call().contentType(FORM).formParam("outcome", "REOPEN").formParam("reason", " ")
                .post("/staff/tasks/rating/" + id).then().statusCode(400).body(containsString("请填写理由"));
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("outcome", "REOPEN").formParam("reason", "重办")
                .post("/staff/tasks/rating/" + id).then().statusCode(303);
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("outcome", "KEEP").formParam("reason", "再来")
                .post("/staff/tasks/rating/" + id).then().statusCode(409);
    }

    @Test
    void isGivenOnTheTrackingPage() {
        Receipt receipt = Submission.web().register();
        refer(receipt);
        String cookie = given().redirects().follow(false).formParam("number", receipt.caseNumber())
                .formParam("code", receipt.queryCode()).post("/track").cookie("minsheng-track");
        String page = "/track/" + receipt.caseNumber();
        given().cookie("minsheng-track", cookie).get(page).then().body(not(containsString("您对答复满意吗")));
        answerReleased(receipt.caseNumber(), "ONLINE");
        given().cookie("minsheng-track", cookie).get(page).then().body(containsString("您对答复满意吗"));

        given().redirects().follow(false).cookie("minsheng-track", cookie).contentType(FORM).formParam("comment", "还没选")
                .post(page + "/rating").then().statusCode(400).body(containsString("请选择满意程度（1 到 5 分）"))
                .body(containsString("还没选"));
        given().redirects().follow(false).cookie("minsheng-track", cookie).contentType(FORM).formParam("score", "5")
                .formParam("comment", "谢谢<b>").post(page + "/rating").then().statusCode(303);
        given().cookie("minsheng-track", cookie).get(page + "?done=rating").then().body(containsString("感谢您的评价"))
                .body(containsString("很满意")).body(containsString("谢谢&lt;b&gt;"))
                .body(not(containsString("您对答复满意吗")));
    }

    @Test
    void leavesTheEarlierAnswerOnTheTrackingPageAsOne() {
        Receipt receipt = Submission.web().register();
        declined(receipt, "与在建项目重复");
        answerReleased(receipt.caseNumber(), "ONLINE");
        String cookie = given().redirects().follow(false).formParam("number", receipt.caseNumber())
                .formParam("code", receipt.queryCode()).post("/track").cookie("minsheng-track");
        String page = "/track/" + receipt.caseNumber() + "?done=rating";
        rate(receipt, Map.of("score", 1)).statusCode(200);
        given().cookie("minsheng-track", cookie).get(page).then().body(containsString("会研究是否重新办理，结果会写在"))
                .body(not(containsString("此前的答复")));

        TRIAGE.settle("REVIEW", receipt.caseNumber(), Map.of("outcome", "REOPEN", "reason", "答复没有针对性"));

        given().cookie("minsheng-track", cookie).get(page).then().body(containsString("此前的答复"))
                .body(containsString("新的答复签发后会写在这里"));
    }

    private static void refer(Receipt receipt) {
        TRIAGE.settle("TRIAGE", receipt.caseNumber(),
                Map.of("outcome", "REFER", "to", "HOTLINE_12345", "explanation", "属于个体诉求"));
    }

    private static void declined(Receipt receipt, String reason) {
        Handling.evaluated(receipt.caseNumber());
        TRIAGE.settle("CONCLUSION", receipt.caseNumber(), Map.of("outcome", "NOT_ADOPT", "reason", reason));
    }

    private static void reopen(Receipt receipt) {
        rate(receipt, Map.of("score", 1)).statusCode(200);
        TRIAGE.settle("REVIEW", receipt.caseNumber(), Map.of("outcome", "REOPEN", "reason", "确有必要"));
    }

    private static ValidatableResponse rate(Receipt receipt, Map<String, ?> body) {
        return post(receipt.caseNumber(), receipt.queryCode(), body);
    }

    private static ValidatableResponse post(String number, String code, Map<String, ?> body) {
        return given().queryParam("code", code).contentType(ContentType.JSON).body(body)
                .post("/api/v1/proposals/" + number + "/rating").then();
    }

    private static ValidatableResponse track(Receipt receipt) {
        return given().queryParam("code", receipt.queryCode()).get("/api/v1/proposals/" + receipt.caseNumber()).then()
                .statusCode(200);
    }

    private static String disposition(String number) {
        return TRIAGE.call().get("/api/v1/cases/" + number).then().statusCode(200).extract().path("disposition");
    }
}
