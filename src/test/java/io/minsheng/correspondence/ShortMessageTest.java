package io.minsheng.correspondence;

import static io.minsheng.fixture.Handling.CHIEF;
import static io.minsheng.fixture.Handling.TRIAGE;
import static io.minsheng.fixture.Handling.answerDrafted;
import static io.minsheng.fixture.Handling.answerReleased;
import static io.minsheng.fixture.Handling.declined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

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
        CHIEF.call().get("/staff/tasks/answer/" + release).then().statusCode(200).body(containsString("短信随即由平台发出"));
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
        String number = Submission.web().reachableBy(Submission.PHONE, null).register().caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请问具体是\n哪一栋楼？"));

        sender.text();

        assertThat(sink.posted).singleElement().satisfies(
                each -> assertThat(each.body()).contains(Submission.PHONE, number, "请问具体是 哪一栋楼？"));
    }

    @Test
    void isATaskWithATableWhereThereIsNoGateway() {
        QuarkusMock.installMockForType(new HttpSmsGateway(new SmsSink.Settings(Optional.empty(), "application/json", "",
                "X-Key", Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofSeconds(1),
                "off")), HttpSmsGateway.class);
        String number = released();

        assertThat(TRIAGE.tasks("ANSWER", number)).hasSize(1);
        assertThat(sender.text()).isZero();
        TRIAGE.call().get("/api/v1/campaigns/DZ2025/answers/sms.csv").then().statusCode(200).body(containsString(number));
    }
}
