package io.minsheng.correspondence;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.answerDrafted;
import static io.minsheng.fixture.Handling.answerReleased;
import static io.minsheng.fixture.Handling.declined;
import static io.minsheng.fixture.Handling.evaluated;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Answers that leave by the district's gateway: reserved before, once at most, and uncertain rather than twice. */
@QuarkusTest
class ShortMessageTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Inject
    SendOutbox sender;
    @Inject
    DecideMail decide;
    @Inject
    OutboxMails mails;
    @Inject
    Proposals proposals;

    private final SmsSink sink = new SmsSink();

    @BeforeEach
    void gateway() {
        QuarkusMock.installMockForType(new HttpSmsGateway(sink.json()), HttpSmsGateway.class);
    }

    @AfterEach
    void close() {
        sink.close();
    }

    private String released() {
        String number = declined(Submission.web());
        answerReleased(number, "SMS");
        return number;
    }

    private OutboxMail row(String number) {
        return QuarkusTransaction.requiringNew().call(() -> mails.of(proposals.byNumber(number).id()).stream()
                .filter(each -> each.way() == WayOfDelivery.SMS).findFirst().orElseThrow());
    }

    private static String delivered(String number) {
        return TRIAGE.call().queryParam("q", number).get("/staff/answers").then().statusCode(200).extract().asString();
    }

    @Test
    void goesOutOnceAndIsDelivered() {
        String number = declined(Submission.web());
        String release = answerDrafted(number, "SMS");
        assertThat(sender.text()).as("nothing before the release").isZero();
        CHIEF.call().get("/staff/tasks/answer/" + release).then().statusCode(200).body(containsString("短信随即由平台发出"))
                .body(containsString("短信预览"), containsString("已经办理，现答复如下："));
        CHIEF.complete(release, Map.of("outcome", "RELEASE")).statusCode(200);
        assertThat(row(number).state()).isEqualTo(MailState.QUEUED);
        assertThat(TRIAGE.tasks("ANSWER", number)).as("nobody has to bring it").isEmpty();
        TRIAGE.call().get("/api/v1/campaigns/DZ2025/answers/sms.csv").then().statusCode(200)
                .body(not(containsString(number)));

        sender.text();
        sender.text();

        assertThat(sink.posted).singleElement()
                .satisfies(each -> assertThat(each.body()).contains("\"" + Submission.PHONE + "\"",
                        number, row(number).id()));
        assertThat(row(number).state()).isEqualTo(MailState.SENT);
        TRIAGE.call().get("/api/v1/cases/" + number).then().statusCode(200);
        TRIAGE.call().get("/staff/outbox?state=SENT").then().statusCode(200).body(containsString("短信平台"))
                .body(not(containsString(Submission.PHONE)));
        assertThat(delivered(number)).contains(number);
    }

    @Test
    void isUncertainAfterAFaultOfTheGatewayAndNeverSentAgainByItself() {
        String number = released();
        sink.answers(500, "oops");

        sender.text();
        sender.text();

        assertThat(sink.posted).hasSize(1);
        assertThat(row(number)).extracting(OutboxMail::state, OutboxMail::lastError).satisfies(each -> {
            assertThat(each.get(0)).isEqualTo(MailState.UNCERTAIN);
            assertThat(each.get(1).toString()).contains("500").doesNotContain(Submission.PHONE);
        });
        sink.answers(200, "{\"code\":0}");
        decide(number, "AGAIN");
        sender.text();
        assertThat(sink.posted).hasSize(2);
        assertThat(row(number).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void isUncertainWhenTheGatewayKeepsSilentAndAPersonDecides() {
        String number = released();
        sink.keepsSilentFor(Duration.ofSeconds(2));

        sender.text();

        assertThat(row(number).state()).isEqualTo(MailState.UNCERTAIN);
        decide(number, "SENT");
        assertThat(row(number).state()).isEqualTo(MailState.SENT);
        assertThat(sink.posted).hasSize(1);
    }

    /** Or of two who decide at once one would send again what the other's decision has sent already. */
    @Test
    void isDecidedOnce() throws Exception {
        String number = released();
        sink.answers(500, "oops");
        sender.text();
        String id = row(number).id();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> second = QuarkusTransaction.requiringNew().call(() -> {
                OutboxMail row = mails.findById(id);
                mails.hold(row);
                Future<Integer> waits = other.submit(() -> again(id));
                Thread.sleep(500);
                row.sent(row.createdAt());
                return waits;
            });
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(409);
        } finally {
            other.shutdownNow();
        }
        assertThat(row(number).state()).isEqualTo(MailState.SENT);
    }

    private int again(String id) {
        try {
            decide.decide(id, DecideMail.Decision.AGAIN, "查过平台记录", new Actor("triage", "", Set.of(Role.TRIAGE), null));
            return 200;
        } catch (Refusal refusal) {
            return refusal.status();
        }
    }

    private void decide(String number, String how) {
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("decision", how).formParam("reason", "查过平台记录")
                .post("/staff/outbox/" + row(number).id()).then().statusCode(303);
    }

    @Test
    void isUncertainWhenTheServerIsKilledBetweenTheGatewaysYesAndOurs() {
        String number = released();
        HttpSmsGateway real = new HttpSmsGateway(sink.json());
        QuarkusMock.installMockForType(new HttpSmsGateway(sink.json()) {
            @Override
            public HandOver.Outcome give(String phone, String text, String reference) {
                real.give(phone, text, reference);
                throw new Killed();
            }
        }, HttpSmsGateway.class);
        assertThatThrownBy(() -> sender.text()).isInstanceOf(Killed.class);
        assertThat(row(number).state()).isEqualTo(MailState.SENDING);
        QuarkusMock.installMockForType(real, HttpSmsGateway.class);

        sender.giveUpHalfDone();
        sender.text();

        assertThat(row(number).state()).isEqualTo(MailState.UNCERTAIN);
        assertThat(sink.posted).hasSize(1);
    }

    /** The process is gone: nothing after it happens. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void keepsTheFormOpenWithWhatWasChosenUntilThereIsAReason() {
        String number = released();
        sink.answers(500, "oops");
        sender.text();
        String id = row(number).id();

        String page = TRIAGE.call().contentType(FORM).formParam("decision", "AGAIN").formParam("reason", " ")
                .formParam("state", "UNCERTAIN").post("/staff/outbox/" + id).then().statusCode(400).extract().asString();

        assertThat(page).contains("<details open>", "href=\"#reason-" + id + "\"", "id=\"reason-" + id + "-error\"")
                .containsPattern("id=\"again-" + id + "\" [^>]*checked").containsOnlyOnce("<details open>");
        assertThat(row(number).state()).isEqualTo(MailState.UNCERTAIN);
        TRIAGE.call().contentType(FORM).formParam("reason", "平台查不到").post("/staff/outbox/" + id).then().statusCode(400)
                .body(containsString("href=\"#decision-" + id + "\"")).body(containsString("value=\"平台查不到\""));
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("decision", "SENT").formParam("reason", "查过")
                .formParam("state", "UNCERTAIN").post("/staff/outbox/" + id).then().statusCode(303)
                .header("Location", endsWith("/staff/outbox?state=UNCERTAIN"));
    }

    @Test
    void isTriedAgainWhereItWasCertainlyNotSentAndGivenToAPersonWhereItNeverWill() {
        String later = released();
        sink.answers(503, "busy");
        sender.text();
        assertThat(row(later)).extracting(OutboxMail::state, OutboxMail::tries).isEqualTo(List.of(MailState.QUEUED, 1));

        String never = released();
        sink.answers(200, "{\"code\":17}");
        sender.text();
        assertThat(row(never).state()).isEqualTo(MailState.FAILED);
        assertThat(TRIAGE.tasks("ANSWER", never)).as("somebody finds another way").hasSize(1);
    }

    @Test
    void carriesAQuestionToWhomNoMailReaches() {
        String number = Submission.web().reachableBy(Submission.PHONE, null).noReplyWanted().register().caseNumber();
        String task = TRIAGE.claim("TRIAGE", number);
        TRIAGE.call(Map.of("question", "请问具体是\n哪一栋楼？")).post("/api/v1/tasks/" + task + "/question-preview").then()
                .statusCode(200).body("message", containsString("请问具体是 哪一栋楼？")).body("mail", nullValue());
        TRIAGE.complete(task, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请问具体是\n哪一栋楼？")).statusCode(200);

        sender.text();

        assertThat(sink.posted).singleElement().satisfies(
                each -> assertThat(each.body()).contains(Submission.PHONE, number, "请问具体是 哪一栋楼？"));
    }

    @Test
    void carriesAReceiptToWhomNoMailReachesUnlessNoReplyIsWanted() {
        Receipt receipt = Submission.web().reachableBy("138 0000 1234", null).register();
        Submission.web().reachableBy(Submission.PHONE, null).noReplyWanted().register();
        Submission.web().reachableBy("023-43700000", null).register();

        sender.text();

        assertThat(sink.posted).singleElement().satisfies(each -> assertThat(each.body())
                .contains("\"to\":\"13800001234\"", receipt.caseNumber(), receipt.queryCode(), "/track?number="));
    }

    @Test
    void floodsNobodyWithReceipts() {
        for (int i = 0; i < 12; i++) {
            Submission.web().reachableBy("13800009876", null).register();
        }

        sender.text();

        assertThat(sink.posted).hasSize(10);
    }

    @Test
    void carriesWhatASplitAndAMergeSay() {
        String main = Submission.web().reachableBy(null, "a@example.org").register().caseNumber();
        String number = Submission.web().reachableBy(Submission.PHONE, null).noReplyWanted().register().caseNumber();
        String child = TRIAGE.call(Map.of("parts", List.of(part("把人行道修好"), part("给小区装路灯"))))
                .post("/api/v1/cases/" + number + "/split").then().statusCode(200).extract().path("children[0]");
        TRIAGE.call(Map.of("into", main)).post("/api/v1/cases/" + number + "/merge").then().statusCode(200);
        TRIAGE.call(Map.of("reason", "不是同一件事")).post("/api/v1/cases/" + number + "/unmerge").then().statusCode(200);

        sender.text();

        assertThat(sink.posted).extracting(SmsSink.Posted::body).satisfiesExactlyInAnyOrder(
                each -> assertThat(each).contains(number, "新增：受理编号 " + child + "，查询码 "),
                each -> assertThat(each).contains(number, main, "合并办理"),
                each -> assertThat(each).contains(number, main, "恢复单独办理"));
    }

    private static Map<String, String> part(String title) {
        return Map.of("title", title, "category", "OTHER", "content", title + "，晚上走路看不清。");
    }

    @Test
    void carriesTheAnswerToSupportersWhomNoMailReaches() {
        String number = evaluated(Submission.web());
        for (String phone : List.of("13900003333", "023-43700000")) {
            given().contentType(ContentType.JSON).body(Map.of("name", "测试乙", "consent", true, "phone", phone))
                    .post("/api/v1/proposals/" + number + "/supports").then().statusCode(201);
        }
        TRIAGE.settle("CONCLUSION", number, Map.of("outcome", "NOT_ADOPT", "reason", "与在建项目重复"));
        answerReleased(number, "ONLINE");

        sender.text();

        assertThat(sink.posted).singleElement().satisfies(each -> assertThat(each.body()).contains("13900003333", "您附议的建议"));
        TRIAGE.call().get("/staff/answers/supporters?state=WAITING").then().statusCode(200).body(containsString("023****0000"));
    }

    /** Else the rows would wait for ever. */
    @Test
    void goesToAPersonWhenTheGatewayIsTakenOutOfTheSettings() {
        String asked = Submission.web().reachableBy(Submission.PHONE, null).noReplyWanted().register().caseNumber();
        TRIAGE.settle("TRIAGE", asked, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请问具体是哪一栋楼？"));
        String answered = released();
        QuarkusMock.installMockForType(new HttpSmsGateway(SmsSink.none()), HttpSmsGateway.class);

        sender.text();
        assertThat(row(answered).state()).as("it may be put in again at once").isEqualTo(MailState.QUEUED);
        QuarkusTransaction.requiringNew().run(() -> mails.update("nextTryAt = ?1 where state = ?2",
                Instant.now().minus(Duration.ofMinutes(61)), MailState.QUEUED));
        sender.text();

        assertThat(row(answered).state()).isEqualTo(MailState.FAILED);
        assertThat(TRIAGE.tasks("ANSWER", answered)).as("somebody finds another way").hasSize(1);
        TRIAGE.call().get("/staff/cases/" + asked).then().statusCode(200).body(containsString("短信平台已停用"));
        assertThat(sink.posted).isEmpty();
    }

    @Test
    void saysOnTheCaseThatAQuestionReachesNobody() {
        QuarkusMock.installMockForType(new HttpSmsGateway(SmsSink.none()), HttpSmsGateway.class);
        String number = Submission.web().reachableBy(Submission.PHONE, null).register().caseNumber();

        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请问具体是哪一栋楼？"));

        TRIAGE.call().get("/staff/cases/" + number).then().statusCode(200).body(containsString("请打电话或写信告知建议人"));
    }

    @Test
    void isATaskWithATableWhereThereIsNoGateway() {
        QuarkusMock.installMockForType(new HttpSmsGateway(SmsSink.none()), HttpSmsGateway.class);
        String number = released();

        assertThat(TRIAGE.tasks("ANSWER", number)).hasSize(1);
        assertThat(sender.text()).isZero();
        TRIAGE.call().get("/api/v1/campaigns/DZ2025/answers/sms.csv").then().statusCode(200).body(containsString(number));
    }
}
