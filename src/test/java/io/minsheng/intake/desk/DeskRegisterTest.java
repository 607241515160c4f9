package io.minsheng.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The register of letters, visits and calls, and what goes on while a clerk works through a heap of them. */
@QuarkusTest
class DeskRegisterTest {

    private static final String CALLS = "/api/v1/desk/proposals";
    private static final StaffUser DESK = new StaffUser("desk-tangxiang");
    private static final StaffUser TRIAGE = new StaffUser("triage");
    private static final LocalDate TODAY = Shanghai.date(Instant.now());
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    @Inject
    Proposals proposals;
    @Inject
    Attachments attachments;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Nested
    class SeveralSuggestionsInOneLetter {

        @Test
        void becomeCasesOfTheirOwnWithOneSenderAndTheSameScan() {
            String first = entered(DESK, aLetter());
            scan(first);
            ValidatableResponse answer = DESK.call(aWish("把广场的健身器材修好")).post(CALLS + "/" + first + "/further").then()
                    .statusCode(201).body("stage.code", equalTo("RECEIVED"));
            String second = answer.extract().path("caseNumber");
            scan(second);

            QuarkusTransaction.requiringNew().run(() -> {
                Proposal one = proposals.byNumber(first);
                Proposal other = proposals.byNumber(second);
                assertThat(other.author().id()).isEqualTo(one.author().id());
                assertThat(other).extracting(Proposal::channel, Proposal::receivedOn, Proposal::postmarkedOn, Proposal::desk)
                        .containsExactly(one.channel(), one.receivedOn(), one.postmarkedOn(), one.desk());
                assertThat(files(one)).hasSize(2).isEqualTo(files(other));
                assertThat(other.splitFrom()).isNull();
            });
            DESK.call().get(CALLS + "/" + first + "/arrival").then().statusCode(200).body("envelope", equalTo(mark))
                    .body("cases.caseNumber", equalTo(List.of(second)));
            DESK.call().get("/staff/cases/" + second).then().statusCode(200).body(containsString(first));
        }

        @Test
        void areEnteredOnThePage() {
            String first = entered(DESK, aLetter());
            DESK.call().get("/staff/desk/cases/" + first + "/further").then().statusCode(200).body(containsString(first));
            Map<String, String> form = new HashMap<>(
                    Map.of("campaign", "DZ2025", "key", mark, "title", "短", "category", "OTHER",
                            "content", "广场上的健身器材坏了，请修一修。"));
            multipart(DESK, form).post("/staff/desk/cases/" + first + "/further").then().statusCode(400)
                    .body(containsString("href=\"#title\"")).body(containsString("广场上的健身器材坏了"));
            form.put("title", "修好健身器材 " + mark);
            multipart(DESK, form).post("/staff/desk/cases/" + first + "/further").then().statusCode(200)
                    .body(containsString("查询码只显示这一次"));
            multipart(DESK, form).post("/staff/desk/cases/" + first + "/further").then().statusCode(200);
            assertThat(count("修好健身器材 " + mark)).isEqualTo(1);
        }

        @Test
        void belongToTheOwnDeskOnly() {
            String foreign = Submission.desk("longshui").caseNumber();
            String web = Submission.web().caseNumber();
            DESK.call(aWish("把广场的健身器材修好")).post(CALLS + "/" + foreign + "/further").then().statusCode(404);
            DESK.call().get("/staff/desk/cases/" + foreign + "/further").then().statusCode(404);
            TRIAGE.call(aWish("把广场的健身器材修好")).post(CALLS + "/" + web + "/further").then().statusCode(404);
            new StaffUser("leader").call(aWish("把广场的健身器材修好")).post(CALLS + "/" + foreign + "/further").then().statusCode(403);
        }
    }

    @Nested
    class LetterAfterLetter {

        @Test
        void goesOnWithTheNextAndKeepsWhatRepeats() {
            Map<String, String> form = aForm();
            form.put("then", "next");
            String page = multipart(DESK, form).post("/staff/desk/receipt").then().statusCode(200)
                    .body(containsString("下面继续录入下一封")).body(containsString("value=\"LETTER\" checked"))
                    .body(containsString("value=\"" + TODAY.minusDays(1) + "\"")).extract().asString();
            String number = between(page, "name=\"caseNumber\" value=\"", "\"");
            String code = between(page, "name=\"code\" value=\"", "\"");
            assertThat(page.substring(page.indexOf("name=\"title\""))).doesNotContain(form.get("title"));
            DESK.call().formParam("caseNumber", number).formParam("code", code).post("/staff/desk/slip").then().statusCode(200)
                    .body(containsString("big-code\">" + number)).body(containsString(code));
            DESK.call().formParam("caseNumber", number).formParam("code", "AAAAAAAA").post("/staff/desk/slip").then()
                    .statusCode(404);
            // and when the clerk comes back later on the same day
            DESK.call().get("/staff/desk").then().statusCode(200).body(containsString("value=\"LETTER\" checked"))
                    .body(containsString("value=\"" + TODAY.minusDays(1) + "\""));
        }
    }

    private Map<String, Object> aLetter() {
        Map<String, Object> body = new HashMap<>(Map.of("campaign", "DZ2025", "title", "村里通往镇上的路灯坏了", "category", "TRANSPORT",
                "content", "从村口到镇上两公里路灯坏了一半，晚上学生回家看不见路。", "channel", "LETTER", "receivedOn", TODAY.minusDays(1).toString(),
                "postmarkedOn", TODAY.minusDays(3).toString(), "envelope", mark));
        body.put("proposer", Map.of("kind", "RESIDENT", "name", "测试乙", "address", "棠香街道测试路1号"));
        return body;
    }

    private static Map<String, Object> aWish(String title) {
        return Map.of("title", title, "category", "OTHER", "content", "广场上的健身器材坏了，请修一修。");
    }

    private static Map<String, String> aForm() {
        return new HashMap<>(
                Map.of("campaign", "DZ2025", "key", UUID.randomUUID().toString(), "channel", "LETTER", "receivedOn",
                        TODAY.minusDays(1).toString(), "title", "村里通往镇上的路灯坏了", "category", "TRANSPORT", "content",
                        "从村口到镇上两公里路灯坏了一半，晚上学生回家看不见路。", "proposer.name", "测试乙", "proposer.phone", "13900001234"));
    }

    private static String entered(StaffUser who, Map<String, Object> body) {
        return who.call(body).post(CALLS).then().log().ifValidationFails().statusCode(201).extract().path("caseNumber");
    }

    private static RequestSpecification multipart(StaffUser who, Map<String, String> form) {
        RequestSpecification request = who.call();
        form.forEach((name, value) -> request.multiPart(new MultiPartSpecBuilder(value).controlName(name)
                .mimeType("text/plain").charset(StandardCharsets.UTF_8).build()));
        return request;
    }

    private static void scan(String number) {
        DESK.call().multiPart("file", "letter.pdf", PDF, "application/pdf").post(CALLS + "/" + number + "/scans").then()
                .statusCode(201);
    }

    private List<String> files(Proposal proposal) {
        return attachments.of(proposal).stream().filter(each -> each.kind() == Attachment.Kind.SCAN)
                .map(each -> each.file().id()).sorted().toList();
    }

    private long count(String title) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.count("title", title));
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }
}
