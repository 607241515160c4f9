package io.minsheng.publication.answer;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.answerDrafted;
import static io.minsheng.fixture.Handling.answerReleased;
import static io.minsheng.fixture.Handling.declined;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.Outbox;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.Stage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AnsweringTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String ADDRESS = "大足区棠香街道一环北路 1 号";

    @Inject
    Proposals proposals;
    @Inject
    Answers answers;
    @Inject
    Accounts accounts;
    @Inject
    Event<Outbox.Sent> sent;
    @Inject
    Event<Outbox.Failed> failed;

    @Test
    void draftsFromTheReasonAndKeepsTheVerdictUntilReleased() {
        Receipt receipt = Submission.web().register();
        String number = receipt.caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "REFER", "to", "HOTLINE_12345", "explanation", "属于个体诉求"));
        String tracking = "/api/v1/proposals/" + number + "?code=" + receipt.queryCode();
        given().get(tracking).then().body("stage.code", equalTo("TRIAGE")).body("answer", nullValue());
        assertThat(answer(number).text()).contains("属于个体诉求");

        answerReleased(number, "ONLINE");

        given().get(tracking).then().body("stage.code", equalTo("REFERRED")).body("answer.text", containsString("现答复如下"));
        assertThat(answer(number).state()).isEqualTo(AnswerState.DELIVERED);
        assertThat(TRIAGE.tasks("ANSWER", number)).isEmpty();
    }

    @Test
    void goesBackToTheDrafterWithAReason() {
        String number = declined(Submission.web());
        String release = answerDrafted(number, "ONLINE");

        CHIEF.complete(release, Map.of("outcome", "RETURN", "reason", "语气再缓和一些")).statusCode(200);

        assertThat(answer(number).state()).isEqualTo(AnswerState.RETURNED);
        assertThat(now(number).publicStage()).isEqualTo(Stage.CONCLUSION);
        String draft = TRIAGE.claim("ANSWER", number);
        TRIAGE.call().get("/staff/tasks/answer/" + draft).then().statusCode(200).body(containsString("语气再缓和一些"));
    }

    @Test
    void isNotReleasedByItsDrafter() {
        String number = declined(Submission.web());
        StaffUser both = both();
        both.settle("ANSWER", number, Map.of("outcome", "SUBMIT", "text", "您好，现将办理结果答复如下。", "way", "ONLINE"));
        String release = both.claim("ANSWER", number);

        both.complete(release, Map.of("outcome", "RELEASE")).statusCode(403);
        both.complete(release, Map.of("outcome", "RETURN", "reason", "自己退回")).statusCode(403);
        assertThat(now(number).publicStage()).isEqualTo(Stage.CONCLUSION);
    }

    @Test
    void takesOnlyAWayThatTheAuthorLeft() {
        String number = declined(Submission.web().reachableBy("13800001234", null));
        String draft = TRIAGE.claim("ANSWER", number);
        Map<String, String> text = Map.of("outcome", "SUBMIT", "text", "您好，现将办理结果答复如下。");

        for (String way : new String[] { "EMAIL", "LETTER", "PIGEON" }) {
            Map<String, String> body = new HashMap<>(text);
            body.put("way", way);
            TRIAGE.complete(draft, body).statusCode(400).body("violations.field", hasItem("way"));
        }
        TRIAGE.complete(draft, Map.of("outcome", "SUBMIT", "text", "短", "way", "SMS")).statusCode(400)
                .body("violations.field", hasItem("text"));
    }

    @Test
    void goesByMailAndIsDeliveredWhenTheServerTookIt() {
        String number = declined(Submission.web());
        answerReleased(number, "EMAIL");
        assertThat(answer(number).state()).isEqualTo(AnswerState.SENDING);
        assertThat(now(number).publicStage()).isEqualTo(Stage.NOT_ADOPTED);

        QuarkusTransaction.requiringNew().run(() -> sent.fire(
                new Outbox.Sent(MailKind.ANSWER, answer(number).id(), now(number).id(), number, "mail")));

        assertThat(answer(number).state()).isEqualTo(AnswerState.DELIVERED);
        assertThat(TRIAGE.tasks("ANSWER", number)).isEmpty();
    }

    @Test
    void becomesATaskOfAPersonWhenTheMailDoesNotArrive() {
        String number = declined(Submission.web());
        answerReleased(number, "EMAIL");

        QuarkusTransaction.requiringNew().run(() -> failed.fire(
                new Outbox.Failed(MailKind.ANSWER, answer(number).id(), now(number).id(), number, "mail", "550")));

        assertThat(answer(number).state()).isEqualTo(AnswerState.UNDELIVERABLE);
        TRIAGE.settle("ANSWER", number, Map.of("outcome", "DONE", "on", today(), "note", "电话告知本人"));
        assertThat(answer(number).state()).isEqualTo(AnswerState.DELIVERED);
    }

    @Test
    void printsALetterWithItsAddressAsALoggedAct() {
        String number = declined(Submission.letter()
                .by(new Proposer(ProposerKind.RESIDENT, "写信人甲", null, null, ADDRESS, true)));
        String id = answer(number).id();
        TRIAGE.call().get("/staff/answers/" + id + "/letter").then().statusCode(409);
        answerReleased(number, "LETTER");

        TRIAGE.call().get("/staff/answers/" + id + "/letter").then().statusCode(200).body(containsString(ADDRESS))
                .body(containsString("写信人甲")).body(containsString("现答复如下"));

        new StaffUser("leader").call().get("/staff/answers/" + id + "/letter").then().statusCode(403);
        new StaffUser("auditor").call().queryParam("caseNumber", number).queryParam("size", 200).get("/api/v1/audit").then()
                .statusCode(200).body("items.action", hasItem("CONTACT_REVEALED")).body("items.detail", hasItem("打印答复函"));
        String deliver = TRIAGE.claim("ANSWER", number);
        TRIAGE.call().get("/staff/tasks/answer/" + deliver).then().statusCode(200).body(containsString("打印答复函"))
                .body(not(containsString(ADDRESS)));
        TRIAGE.complete(deliver, Map.of("outcome", "DONE", "on", "2199-01-01")).statusCode(400);
        TRIAGE.complete(deliver, Map.of("outcome", "DONE", "on", "2000-01-01")).statusCode(400);
        TRIAGE.complete(deliver, Map.of("outcome", "DONE", "on", today())).statusCode(200);
        assertThat(answer(number)).satisfies(each -> {
            assertThat(each.state()).isEqualTo(AnswerState.DELIVERED);
            assertThat(each.deliveredOn()).isEqualTo(today());
        });
    }

    @Test
    void isNotOwedToSpamNorToThoseWhoWithdrew() {
        String spam = Submission.web().caseNumber();
        TRIAGE.settle("TRIAGE", spam, Map.of("outcome", "REJECT", "reasonCode", "SPAM", "explanation", "广告"));
        Receipt receipt = Submission.web().register();
        given().contentType("application/json").body(Map.of("reason", "已自行解决"))
                .post("/api/v1/proposals/" + receipt.caseNumber() + "/withdraw?code=" + receipt.queryCode()).then()
                .statusCode(200);

        assertThat(answer(spam).state()).isEqualTo(AnswerState.NOT_OWED);
        assertThat(answer(receipt.caseNumber()).notOwedReason()).isEqualTo("建议人已撤回");
        TRIAGE.call().get("/staff/answers?state=NOT_OWED").then().statusCode(200).body(containsString(spam))
                .body(containsString("垃圾信息"));
        TRIAGE.call().get("/staff/answers?state=SOMETHING").then().statusCode(400);
    }

    @Test
    void isWrittenOnAPageWithTheExactMail() {
        String number = declined(Submission.web());
        String draft = TRIAGE.claim("ANSWER", number);

        TRIAGE.call().get("/staff/tasks/answer/" + draft).then().statusCode(200).body(containsString("与在建项目重复"))
                .body(containsString("c***@example.cn")).body(containsString("邮件预览"))
                .body(not(containsString(Submission.NAME)));
        TRIAGE.call().contentType(FORM).formParam("outcome", "PREVIEW").formParam("text", "这是预览的文字，请过目。")
                .formParam("way", "EMAIL")
                .post("/staff/tasks/answer/" + draft).then().statusCode(200).body(containsString("这是预览的文字"));
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("outcome", "SUBMIT").formParam("text", "")
                .formParam("way", "EMAIL")
                .post("/staff/tasks/answer/" + draft).then().statusCode(400).body(containsString("请填写答复内容"));
        TRIAGE.call().redirects().follow(false).contentType(FORM).formParam("outcome", "SUBMIT")
                .formParam("text", "您好，现将办理结果答复如下。")
                .formParam("way", "ONLINE").post("/staff/tasks/answer/" + draft).then().statusCode(303);
        String release = CHIEF.claim("ANSWER", number);
        CHIEF.call().get("/staff/tasks/answer/" + release).then().statusCode(200).body(containsString("退回起草人"));
        CHIEF.call().redirects().follow(false).contentType(FORM).formParam("outcome", "RELEASE")
                .post("/staff/tasks/answer/" + release).then()
                .statusCode(303);
        assertThat(answer(number).state()).isEqualTo(AnswerState.DELIVERED);
    }

    private Proposal now(String caseNumber) {
        return QuarkusTransaction.joiningExisting().call(() -> proposals.byNumber(caseNumber));
    }

    private Answer answer(String caseNumber) {
        return QuarkusTransaction.joiningExisting().call(() -> answers.ofCase(caseNumber));
    }

    private static LocalDate today() {
        return Shanghai.date(Instant.now());
    }

    private StaffUser both() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (accounts.byUsername("both").isEmpty()) {
                accounts.create("both", "经办兼负责人", "minsheng-demo", "drc-social", Set.of(Role.TRIAGE, Role.CHIEF));
            }
        });
        return new StaffUser("both");
    }
}
