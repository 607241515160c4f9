package io.minsheng.triage;

import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.triage.process.AskSupplement;
import io.minsheng.workflow.Token;
import io.minsheng.workflow.WorkItem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;

/**
 * What a clerk does for an author who left only a number: asks, finds the call on the work list, calls, notes what came of it.
 * The author's clock starts with the call. Run on each database.
 */
abstract class TellingQuestions extends AskedQuestions {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Inject
    AskSupplement askSupplement;
    @Inject
    EntityManager entities;

    @Test
    void isATaskForTwoDaysWhileTheQuestionStandsOnThePageWithoutADate() {
        Receipt receipt = asked(onlyPhone());
        String number = receipt.caseNumber();

        WorkItem task = openTask(number);
        assertThat(task.queue() + " " + task.step()).isEqualTo("REVIEW TELL");
        assertThat(task.dueAt()).isEqualTo(dueDates.due(task.createdAt(), 2).at());
        assertThat(TRIAGE.tasks("TRIAGE", number)).isEmpty();
        assertThat(clockwork.timersOf(number)).isEmpty();
        track(receipt).body("stage.code", equalTo("AWAITING_SUPPLEMENT"))
                .body("supplementRequest.question", equalTo("哪个小区？"))
                .body("supplementRequest.dueAt", nullValue())
                .body("timeline.text", hasItem(containsString("工作人员会打电话或写信告知您")));
        given().get("/api/v1/proposals/" + number + "?code=" + receipt.queryCode()).then()
                .body("timeline.text", not(hasItem(containsString("前答复"))));
    }

    @Test
    void startsTheClockOnTheDayOfTheCall() {
        Receipt receipt = asked(onlyPhone());
        String number = receipt.caseNumber();
        LocalDate today = Shanghai.date(Instant.now());
        askedEarlier(number, 9);

        tell(number, Map.of("outcome", "DONE", "on", today.minusDays(5).toString(), "way", "PHONE", "note", "家人接听"))
                .statusCode(200).body("stage", notNullValue());

        Instant due = dueDates.due(Shanghai.startOf(today.minusDays(5)), 30).at();
        assertThat(request(number).dueAt()).isEqualTo(due);
        assertThat(clockwork.timersOf(number)).containsExactly(due);
        assertThat(open(number)).isEmpty();
        String dueAt = track(receipt).body("stage.code", equalTo("AWAITING_SUPPLEMENT"))
                .body("timeline.text", hasItem(containsString("打电话把问题告诉您，请在"))).extract()
                .path("supplementRequest.dueAt");
        assertThat(OffsetDateTime.parse(dueAt).toInstant()).isEqualTo(due);
        TRIAGE.call().get("/api/v1/cases/" + number).then().body("timeline.internal",
                hasItem(containsString("家人接听")));

        supply(receipt);
        assertThat(openTask(number).queue()).isEqualTo("TRIAGE");
    }

    @Test
    void takesDownWhatTheAuthorAnswersAtOnce() {
        Receipt receipt = asked(onlyPhone());
        String number = receipt.caseNumber();

        tell(number, Map.of("outcome", "ANSWERED", "on", today(), "way", "PHONE", "answer", "龙岗花园 3 栋。"))
                .statusCode(200);

        assertThat(openTask(number).queue()).isEqualTo("TRIAGE");
        TRIAGE.call().get("/api/v1/cases/" + number).then().body("stage.code", equalTo("TRIAGE"))
                .body("supplements[0].text", equalTo("龙岗花园 3 栋。")).body("supplements[0].channel", equalTo("PHONE"))
                .body("supplements[0].answersQuestion", equalTo(true));
        track(receipt).body("supplementRequest", nullValue());
    }

    @Test
    void saysHonestlyThatNobodyWasReached() {
        Receipt receipt = asked(onlyPhone());
        String number = receipt.caseNumber();

        tell(number, Map.of("outcome", "UNREACHABLE", "reason", "三次都是空号")).statusCode(200);

        assertThat(request(number).dueAt()).isEqualTo(dueDates.due(Instant.now(), 30).at());
        track(receipt).body("timeline.text", hasItem(containsString("我们没有联系上您")))
                .body("timeline.text", not(hasItem(containsString("空号"))));
        assertThat(clockwork.fireTimers(number)).isEqualTo(1);
        assertThat(openTask(number).queue()).isEqualTo("TRIAGE");
    }

    @Test
    void isNotNeededAnyMoreWhenTheAuthorAnswersOnThePage() {
        Receipt receipt = asked(onlyPhone());

        supply(receipt);

        assertThat(openTask(receipt.caseNumber()).queue()).isEqualTo("TRIAGE");
        assertThat(TRIAGE.tasks("REVIEW", receipt.caseNumber())).isEmpty();
    }

    @Test
    void endsWithTheCaseWhenTheAuthorWithdraws() {
        Receipt receipt = asked(onlyPhone());

        given().contentType(ContentType.JSON).body(Map.of("reason", "不需要了"))
                .post("/api/v1/proposals/" + receipt.caseNumber() + "/withdraw?code=" + receipt.queryCode()).then()
                .statusCode(200);

        assertThat(open(receipt.caseNumber())).isEmpty();
    }

    @Test
    void stopsAndGoesOnWithAMergedCase() {
        String main = Submission.web().caseNumber();
        String number = asked(onlyPhone()).caseNumber();
        String task = openTask(number).id();
        merge(number, main);

        TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(409);
        unmerge(number);

        assertThat(openTask(number).id()).isEqualTo(task);
        tell(number, Map.of("outcome", "DONE", "on", today())).statusCode(200);
        assertThat(clockwork.timersOf(number)).hasSize(1);
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        String id = claimed(asked(onlyPhone()).caseNumber());
        refused(id, "outcome", Map.of("outcome", "MAYBE"));
        refused(id, "on", Map.of("outcome", "DONE"));
        refused(id, "on", Map.of("outcome", "DONE", "on", "2999-01-01"));
        refused(id, "on", Map.of("outcome", "DONE", "on", Shanghai.date(Instant.now()).minusDays(1).toString()));
        refused(id, "way", Map.of("outcome", "DONE", "on", today(), "way", "PIGEON"));
        refused(id, "note", Map.of("outcome", "DONE", "on", today(), "note", "说".repeat(2001)));
        refused(id, "answer", Map.of("outcome", "ANSWERED", "on", today(), "answer", "　"));
        refused(id, "answer", Map.of("outcome", "DONE", "on", today(), "answer", "三栋"));
        refused(id, "reason", Map.of("outcome", "UNREACHABLE"));
        TRIAGE.complete(id, Map.of("outcome", "DONE", "on", today())).statusCode(200);
        TRIAGE.complete(id, Map.of("outcome", "DONE", "on", today())).statusCode(409);
    }

    @Test
    void isForTriageAlone() {
        String number = asked(onlyPhone()).caseNumber();
        String id = TRIAGE.task("REVIEW", number);
        TRIAGE.complete(id, Map.of("outcome", "DONE", "on", today())).statusCode(409);
        new StaffUser("dept-housing").call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(404);
        new StaffUser("chief").call().post("/api/v1/tasks/" + id + "/claim").then().statusCode(403);
    }

    @Test
    void showsQuestionAndMaskedNumberAndKeepsWhatWasTyped() {
        String number = asked(onlyPhone()).caseNumber();
        String path = "/staff/tasks/tell/" + TRIAGE.task("REVIEW", number);
        TRIAGE.call().get(path).then().statusCode(200).body(containsString("/claim"))
                .body(containsString("还没有告知建议人"));
        claimed(number);
        TRIAGE.call().get(path).then().statusCode(200).body(containsString("哪个小区？"))
                .body(containsString("138****4321")).body(not(containsString("13800004321")))
                .body(containsString("value=\"" + today() + "\""));

        TRIAGE.call().contentType(FORM).formParam("outcome", "DONE").formParam("way", "LETTER")
                .formParam("on", "2999-01-01").formParam("note", "挂号<b>信</b>").post(path).then().statusCode(400)
                .body(containsString("告知日期不能晚于今天")).body(containsString("挂号&lt;b&gt;信"))
                .body(containsString("value=\"LETTER\" checked"));
        TRIAGE.call().contentType(FORM).formParam("outcome", "DONE").formParam("on", "明天").post(path).then()
                .statusCode(400).body(containsString("日期应写成"));
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("outcome", "DONE")
                .formParam("way", "IN_PERSON").formParam("on", today()).formParam("answer", "在河边。").post(path).then()
                .statusCode(303);
        TRIAGE.call().get("/api/v1/cases/" + number).then().body("supplements[0].channel", equalTo("DESK"));
        TRIAGE.call().redirects().follow(false).get(path).then().statusCode(303);
    }

    @Test
    void tellsWhoAsksThatSomebodyWillHaveToCall() {
        String number = onlyPhone().caseNumber();
        String id = TRIAGE.claim("TRIAGE", number);

        TRIAGE.call(Map.of("question", "哪个小区？")).post("/api/v1/tasks/" + id + "/question-preview").then()
                .statusCode(200).body("dueAt", nullValue()).body("page", containsString("会打电话或写信告知您"));
        TRIAGE.call().contentType(FORM).formParam("outcome", "ASK_SUPPLEMENT").formParam("question", "哪个小区？")
                .formParam("workingDays", "5").formParam("preview", "1").post("/staff/tasks/triage/" + id).then()
                .statusCode(200).body(containsString("“联系建议人”任务"));
    }

    @Test
    void tellsTheAuthorOnTheTrackingPage() {
        Receipt receipt = asked(onlyPhone());
        String cookie = given().redirects().follow(false).formParam("number", receipt.caseNumber())
                .formParam("code", receipt.queryCode()).post("/track").cookie("minsheng-track");
        given().cookie("minsheng-track", cookie).get("/track/" + receipt.caseNumber()).then().statusCode(200)
                .body(containsString("答复期限从告知之日起计算")).body(containsString("将与您联系"));
        TRIAGE.call().get("/staff/cases/" + receipt.caseNumber()).then().statusCode(200)
                .body(containsString("联系建议人"));
    }

    @Test
    void isALetterWhereOnlyAnAddressIsKnown() {
        String number = asked(Submission.letter().by(new Proposer(ProposerKind.RESIDENT, Submission.NAME, null, null,
                "大足区示范路 1 号", true))).caseNumber();
        String letter = "/staff/tasks/tell/" + TRIAGE.task("REVIEW", number) + "/letter";
        TRIAGE.call().get(letter).then().statusCode(200).body(containsString("大足区示范路 1 号"))
                .body(containsString(Submission.NAME)).body(containsString("哪个小区？"))
                .body(containsString("区发展改革委社会事业科（演示地址）")).body(containsString("023-0000 0000"));
        new StaffUser("leader").call().get(letter).then().statusCode(403);
        new StaffUser("auditor").call().queryParam("caseNumber", number).queryParam("size", 200).get("/api/v1/audit").then()
                .statusCode(200).body("items.detail", hasItem("打印问询函"));

        tell(number, Map.of("outcome", "DONE", "on", today(), "way", "LETTER")).statusCode(200);

        TRIAGE.call().get("/api/v1/cases/" + number).then().body("timeline.text",
                hasItem(containsString("写信把问题告诉您")));
    }

    @Test
    void isNobodysWhereNobodyCanBeReachedOrAMailDoes() {
        String anonymous = asked(Submission.desk("tangxiang").by(new Proposer(ProposerKind.ANONYMOUS, null, null, null,
                null, false))).caseNumber();
        String byMail = asked(Submission.web().reachableBy("13800004321", address())).caseNumber();

        for (String number : List.of(anonymous, byMail)) {
            assertThat(open(number)).isEmpty();
            assertThat(request(number).dueAt()).isEqualTo(dueDates.due(Instant.now(), 30).at());
            assertThat(clockwork.timersOf(number)).hasSize(1);
        }
    }

    /** Cases go on under the model with which they began. */
    @Test
    void startsTheClockAtOnceUnderAModelThatDoesNotKnowTheTask() {
        String number = onlyPhone().caseNumber();
        TRIAGE.claim("TRIAGE", number);
        Map<String, Object> variables = new HashMap<>();

        QuarkusTransaction.begin();
        try {
            SupplementRequest request = requests.prepare(proposals.byNumber(number), "哪个小区？", 30, "triage", Instant.now());
            askSupplement.perform(new OlderModel(number, variables));

            assertThat(variables).containsEntry("byHand", "NO").containsKey("supplementDue");
            assertThat(request.dueAt()).isNotNull();
        } finally {
            // the case's real process has not come so far
            QuarkusTransaction.rollback();
        }
    }

    /** What a case that began under an older model looks like to a step. */
    private record OlderModel(String caseNumber, Map<String, Object> variables) implements Token {

        @Override
        public String businessKey() {
            return caseNumber;
        }

        @Override
        public String campaign() {
            return "DZ2025";
        }

        @Override
        public String processInstance() {
            return null;
        }

        @Override
        public boolean knows(String element) {
            return false;
        }

        @Override
        public String text(String name) {
            return (String) variables.get(name);
        }

        @Override
        public int number(String name) {
            return (int) variables.get(name);
        }

        @Override
        public void set(String name, Object value) {
            variables.put(name, value);
        }
    }

    private static Submission onlyPhone() {
        return Submission.web().reachableBy("13800004321", null);
    }

    /** As if it had been asked so many days ago. */
    private void askedEarlier(String number, int days) {
        String id = request(number).id();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createQuery("update SupplementRequest r set r.askedAt = ?1 where r.id = ?2")
                        .setParameter(1, Instant.now().minus(Duration.ofDays(days))).setParameter(2, id).executeUpdate());
    }

    private static void refused(String id, String field, Map<String, ?> body) {
        TRIAGE.complete(id, body).statusCode(400).body("violations.field", hasItem(field));
    }
}
