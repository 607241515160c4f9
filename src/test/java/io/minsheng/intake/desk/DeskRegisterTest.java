package io.minsheng.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

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
    class Register {

        @Test
        void listsLettersByEnvelopeForTheOwnDesk() {
            String own = entered(DESK, aLetter());
            Map<String, Object> other = aLetter();
            other.put("desk", "longshui");
            String foreign = entered(TRIAGE, other);

            DESK.call().queryParam("envelope", mark).get("/api/v1/desk/arrivals").then().statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].cases.caseNumber", equalTo(List.of(own))).body("items[0].envelope", equalTo(mark))
                    .body("items[0].postmarkedOn", equalTo(TODAY.minusDays(3).toString()));
            TRIAGE.call().queryParam("envelope", mark.substring(0, 6)).get("/api/v1/desk/arrivals").then()
                    .body("items", hasSize(2));
            DESK.call().queryParam("envelope", mark).get("/staff/desk/register").then().statusCode(200)
                    .body(containsString(own))
                    .body(not(containsString(foreign)));
            for (String sign : List.of("%", "!", mark.substring(0, 6) + "_" + mark.substring(7))) {
                DESK.call().queryParam("envelope", sign).get("/api/v1/desk/arrivals").then().body("items", hasSize(0));
            }
            new StaffUser("chief").call().get("/api/v1/desk/arrivals").then().statusCode(403);
            new StaffUser("chief").call().get("/staff/desk/register").then().statusCode(403);
        }
    }

    @Nested
    class ForSomebodyElse {

        @Test
        void keepsWhoAndForWhomAndShowsItMasked() {
            Map<String, Object> letter = aLetter();
            letter.put("proxy", Map.of("name", "代办人丁", "phone", "13700005678", "relation", "女儿"));
            String number = entered(DESK, letter);

            DESK.call().get(CALLS + "/" + number + "/arrival").then().statusCode(200).body("proxy.name", equalTo("代*"))
                    .body("proxy.phone", equalTo("137****5678")).body("proxy.relation", equalTo("女儿"));
            for (StaffUser each : List.of(DESK, TRIAGE, new StaffUser("chief"), new StaffUser("leader"))) {
                each.call().get("/staff/cases/" + number).then().statusCode(200).body(containsString("女儿"))
                        .body(not(containsString("代办人丁"))).body(not(containsString("13700005678")));
            }
            DESK.call(Map.of("purpose", "电话核实")).post(CALLS + "/" + number + "/proxy").then().statusCode(200)
                    .body("name", equalTo("代办人丁")).body("phone", equalTo("13700005678"));
            DESK.call(Map.of()).post(CALLS + "/" + number + "/proxy").then().statusCode(400).body("violations.field",
                    hasItem("purpose"));
            new StaffUser("leader").call(Map.of("purpose", "看看")).post(CALLS + "/" + number + "/proxy").then().statusCode(403);
            DESK.call().formParam("purpose", "电话核实").post("/staff/desk/cases/" + number + "/proxy").then().statusCode(200)
                    .body(containsString("代办人丁"));
            DESK.call().formParam("purpose", "").post("/staff/desk/cases/" + number + "/proxy").then().statusCode(200)
                    .body(containsString("href=\"#purpose\"")).body(not(containsString("代办人丁")));
            String none = entered(DESK, aLetter());
            DESK.call(Map.of("purpose", "电话核实")).post(CALLS + "/" + none + "/proxy").then().statusCode(404);
            DESK.call().get(CALLS + "/" + none + "/arrival").then().body("proxy", nullValue());
        }

        @Test
        void wantsTheirName() {
            Map<String, Object> letter = aLetter();
            letter.put("proxy", Map.of("phone", "keine"));
            DESK.call(letter).post(CALLS).then().statusCode(400).body("violations.field", hasItem("proxy.name"))
                    .body("violations.field", hasItem("proxy.phone"));
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

    @Nested
    class WhatOthersHaveProposed {

        @Test
        void isShownWhileEnteringAndCanBeSupportedInstead() {
            String number = Submission.web().titled("给黑水凼修一座人行桥").saying("黑水凼两岸的人过河要绕三公里，请修人行桥。").caseNumber();
            TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ACCEPT", "category", "TRANSPORT", "leadDepartment", "transport",
                    "assistDepartments", List.of(), "publicTitle", "修建黑水凼人行桥"));
            DESK.call().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParam("campaign", "DZ2025")
                    .formParam("title", "黑水凼要一座人行桥")
                    .formParam("content", "黑水凼过河要绕三公里，很不方便。").post("/staff/desk/similar").then().statusCode(200)
                    .body(containsString(number)).body(containsString("登记为附议"));
            Map<String, String> form = aForm();
            form.put("title", "黑水凼要一座人行桥");
            form.put("content", "黑水凼过河要绕三公里，很不方便。");
            form.put("then", "similar");
            multipart(DESK, form).post("/staff/desk/receipt").then().statusCode(200).body(containsString(number))
                    .body(containsString("value=\"黑水凼要一座人行桥\""));
            assertThat(count("黑水凼要一座人行桥")).isZero();

            form.put("support", number);
            form.remove("proposer.phone");
            multipart(DESK, form).post("/staff/desk/support").then().statusCode(400)
                    .body(containsString("href=\"#proposer.phone\"")).body(containsString("登记为附议"))
                    .body(containsString("value=\"黑水凼要一座人行桥\""));
            form.put("proposer.phone", "13900007777");
            multipart(DESK, form).post("/staff/desk/support").then().statusCode(200).body(containsString("附议回执"))
                    .body(containsString(number));
            DESK.call(Map.of("caseNumber", number, "name", "测试戊", "phone", "13900008888")).post("/api/v1/desk/supports").then()
                    .statusCode(201).body("supportCode.length()", equalTo(8));
            DESK.call(Map.of("caseNumber", "DZ2025-999999-9", "name", "测试戊", "phone", "13900008888"))
                    .post("/api/v1/desk/supports").then().statusCode(404);
            new StaffUser("leader").call(Map.of("caseNumber", number, "name", "测试戊", "phone", "13900008888"))
                    .post("/api/v1/desk/supports").then().statusCode(403);
            assertThat(count("黑水凼要一座人行桥")).isZero();
        }
    }

    @Nested
    class BadInput {

        private static final List<String> HOSTILE = List.of("长".repeat(6_000), "\u0000\u0007\u001b[31m", "\u202Egnp.exe\u2066",
                "<script>alert(1)</script>", "'; drop table proposal; --", "{{7*7}}${7*7}#{7*7}", "𠮷😀👨‍👩‍👧", " ",
                "../../etc/passwd",
                "=cmd|' /C calc'!A0");
        private static final List<String> FIELDS = List.of("campaign", "channel", "receivedOn", "postmarkedOn", "envelope",
                "desk",
                "title", "category", "content", "reason", "township", "place", "beneficiaries", "target.text", "proposer.kind",
                "proposer.name", "proposer.phone", "proposer.email", "proposer.address", "proxy.name", "proxy.phone",
                "proxy.relation");

        @Test
        void isNeverAnErrorOfOursOnThePage() {
            for (String field : FIELDS) {
                for (String value : HOSTILE) {
                    Map<String, String> form = aForm();
                    form.put(field, value);
                    String page = multipart(DESK, form).post("/staff/desk/receipt").then()
                            .statusCode(oneOf(200, 400, 403, 404, 422)).extract().asString();
                    assertThat(page).as(field).doesNotContain("<script>alert");
                }
            }
        }

        @Test
        void isNamedByFieldInTheCall() {
            for (Map.Entry<String, Object> each : Map.<String, Object> of("title", List.of(1), "content", Map.of("a", 1),
                    "receivedOn", 20240101, "channel", true, "proposer", "x", "target", List.of(), "proxy", "y").entrySet()) {
                Map<String, Object> letter = aLetter();
                letter.put(each.getKey(), each.getValue());
                DESK.call(letter).post(CALLS).then().statusCode(400).contentType(containsString("problem+json"));
            }
            Map<String, Object> letter = aLetter();
            letter.put("envelope", "号".repeat(201));
            letter.put("reason", "长".repeat(2_001));
            DESK.call(letter).post(CALLS).then().statusCode(400).body("violations.field", hasItem("envelope"))
                    .body("violations.field", hasItem("reason"));
            DESK.call().contentType("application/json").body("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)).post(CALLS)
                    .then().statusCode(400);
            DESK.call().contentType("application/json")
                    .body(("{\"title\":\"" + "长".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8))
                    .post(CALLS).then()
                    .statusCode(oneOf(400, 413));
            DESK.call().contentType("application/json").body("null").post(CALLS + "/x/further").then().statusCode(400);
        }

        @Test
        void storesNothingOfAThousandScans() {
            Map<String, String> form = aForm();
            form.put("title", "一千个附件 " + mark);
            RequestSpecification request = multipart(DESK, form);
            for (int i = 0; i < 900; i++) {
                request.multiPart("scan", i + ".pdf", PDF, "application/pdf");
            }
            request.post("/staff/desk/receipt").then().statusCode(400).body(containsString("href=\"#scan\""))
                    .body(containsString("900"));
            for (int i = 900; i < 1_100; i++) {
                request.multiPart("scan", i + ".pdf", PDF, "application/pdf");
            }
            request.post("/staff/desk/receipt").then().statusCode(oneOf(400, 413));
            assertThat(count("一千个附件 " + mark)).isZero();
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
