package io.minsheng.triage;

import static io.minsheng.fixture.Handling.TRIAGE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import io.minsheng.calendar.DueDates;
import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.OutboxMail;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.fixture.Clockwork;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.persistence.Ids;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Questions to authors, what a test does with them and what the database says of them. */
abstract class AskedQuestions {

    @Inject
    Proposals proposals;
    @Inject
    WorkItems items;
    @Inject
    SupplementRequests requests;
    @Inject
    OutboxMails mails;
    @Inject
    DueDates dueDates;
    @Inject
    Clockwork clockwork;

    static String address() {
        return Ids.next().toLowerCase(Locale.ROOT) + "@example.org";
    }

    static Receipt asked(Submission submission) {
        Receipt receipt = submission.register();
        TRIAGE.settle("TRIAGE", receipt.caseNumber(),
                Map.of("outcome", "ASK_SUPPLEMENT", "question", "哪个小区？", "workingDays", 30));
        return receipt;
    }

    final List<OutboxMail> questions(String number) {
        return fresh(() -> mails.of(proposals.byNumber(number).id()).stream()
                .filter(each -> each.kind() == MailKind.QUESTION).toList());
    }

    static String claimed(String number) {
        return TRIAGE.claim("REVIEW", number);
    }

    static ValidatableResponse tell(String number, Map<String, ?> body) {
        return TRIAGE.complete(claimed(number), body);
    }

    static void merge(String number, String into) {
        TRIAGE.call(Map.of("into", into)).post("/api/v1/cases/" + number + "/merge").then().statusCode(200);
    }

    static void unmerge(String number) {
        TRIAGE.call(Map.of("reason", "不是同一件事")).post("/api/v1/cases/" + number + "/unmerge").then().statusCode(200);
    }

    static ValidatableResponse track(Receipt receipt) {
        return given().get("/api/v1/proposals/" + receipt.caseNumber() + "?code=" + receipt.queryCode()).then();
    }

    static void supply(Receipt receipt) {
        given().contentType(ContentType.JSON).body(Map.of("text", "龙岗花园。"))
                .post("/api/v1/proposals/" + receipt.caseNumber() + "/supplement?code=" + receipt.queryCode()).then()
                .statusCode(200).body("stage.code", equalTo("TRIAGE"));
    }

    static String today() {
        return Shanghai.date(Instant.now()).toString();
    }

    final SupplementRequest request(String number) {
        return fresh(() -> requests.openOf(proposals.byNumber(number)).orElseThrow());
    }

    final WorkItem openTask(String number) {
        assertThat(open(number)).hasSize(1);
        return open(number).get(0);
    }

    final List<WorkItem> open(String number) {
        return fresh(() -> items.openOn(number));
    }

    /** What the database says now, not what this test has read before. */
    static <T> T fresh(Callable<T> read) {
        return QuarkusTransaction.requiringNew().call(read);
    }
}
