package io.minsheng.intake.form;

import static io.minsheng.fixture.Multipart.asBrowsersSendIt;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.OpenCampaign;
import io.minsheng.fixture.GpsPhoto;
import io.minsheng.fixture.StaffUser;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.CaseNumber;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class PublicProposalApiTest {

    @Inject
    Campaigns campaigns;
    @Inject
    OpenCampaign openCampaign;
    @Inject
    Proposals proposals;
    @Inject
    Attachments attachments;

    @Nested
    class Submitting {

        @Test
        void answersWithNumberCodeStageAndLink() {
            Response answer = submit(aProposal());

            answer.then().statusCode(201).body("caseNumber", matchesPattern("DZ2025-\\d{6}-\\d"))
                    .body("queryCode", matchesPattern("[23456789A-HJKMNP-Z]{8}")).body("stage.code", equalTo("RECEIVED"))
                    .body("stage.label", equalTo("已收到")).body("receivedAt", matchesPattern(".*\\+08:00"))
                    .body("trackingUrl", matchesPattern("https?://.*/track.*"));
            assertThat(CaseNumber.isValid(answer.path("caseNumber"))).isTrue();
        }

        @Test
        void refusesUnknownFields() {
            Map<String, Object> body = aProposal();
            body.put("colour", "blue");
            refused(body, 400);
        }

        @Test
        void refusesUnknownFieldsOfTheProposer() {
            Map<String, Object> body = aProposal();
            body.put("proposer", Map.of("name", "张三", "phone", "13800001234", "wechat", "x"));
            refused(body, 400);
        }

        @Test
        void needsConsent() {
            Map<String, Object> body = aProposal();
            body.remove("consent");
            refused(body, 400).body("violations.field", hasItem("consent"));
            body.put("consent", false);
            refused(body, 400).body("violations.field", hasItem("consent"));
        }

        @Test
        void countsCharactersOfTitle() {
            refused(with("title", "路".repeat(61)), 400).body("violations.field", equalTo(List.of("title")));
            refused(with("title", "修路灯"), 400).body("violations.field", equalTo(List.of("title")));
            submit(with("title", "𠮷".repeat(60))).then().statusCode(201);
            submit(with("title", "  加装路灯  ")).then().statusCode(201);
        }

        @Test
        void namesEveryFieldThatDoesNotPass() {
            Map<String, Object> body = aProposal();
            body.put("category", "NONSENSE");
            body.put("content", "太短");
            body.put("township", "nowhere");
            body.put("proposer", Map.of("name", "", "email", "not an address"));
            refused(body, 400).body("violations.field",
                    hasItems("category", "content", "township", "proposer.name", "proposer.email"));
        }

        @Test
        void needsPhoneOrEmail() {
            refused(with("proposer", Map.of("name", "张三")), 400).body("violations.field", hasItem("proposer.phone"));
        }

        @Test
        void takesNoAddressLiteralForAnEmail() {
            for (String email : List.of("a@[127.0.0.1]", "a@-x.cn", "a@example..cn", "a@localhost")) {
                refused(with("proposer", Map.of("kind", "RESIDENT", "name", "张三", "email", email)), 400)
                        .body("violations.field", hasItem("proposer.email"));
            }
        }

        @Test
        void refusesNonsenseInsteadOfJson() {
            given().contentType(ContentType.JSON).body("{\"title\": ").post("/api/v1/proposals").then().statusCode(400)
                    .contentType("application/problem+json");
            given().contentType(ContentType.JSON).post("/api/v1/proposals").then().statusCode(400);
            given().contentType(ContentType.TEXT).body("x").post("/api/v1/proposals").then().statusCode(415);
            refused(with("proposer", Map.of("kind", "KING", "name", "张三", "phone", "13800001234")), 400);
        }

        @Test
        void readsNoMoreJsonThanAnybodyNeeds() {
            refused(with("content", "x".repeat(5_000_000)), 413).contentType("application/problem+json");
        }

        @Test
        void listsNothingByCodesThatDoNotExist() {
            for (String unknown : List.of("campaign", "category", "township")) {
                Map<String, String> query = new HashMap<>(Map.of("campaign", "DZ2025"));
                query.put(unknown, "NOPE");
                given().queryParams(query).get("/api/v1/proposals").then().statusCode(400).body("violations.field",
                        contains(unknown));
            }
            given().queryParam("campaign", "DZ2025").queryParam("category", "HOUSING").queryParam("township", "tangxiang")
                    .get("/api/v1/proposals").then().statusCode(200);
        }

        @Test
        void knowsNoOtherCampaign() {
            refused(with("campaign", "XX1999"), 404);
            Map<String, Object> body = aProposal();
            body.remove("campaign");
            refused(body, 400).body("violations.field", hasItem("campaign"));
        }

        @Test
        void isRefusedAfterTheEndOfTheCall() {
            long before = proposals.count();
            refused(with("campaign", closedCampaign()), 409);
            assertThat(proposals.count()).as("nothing is stored half").isEqualTo(before);
        }

        @Test
        void keepsHtmlAsTextAndShowsItAsText() {
            Response receipt = submit(with("title", "<script>alert(1)</script>装路灯"));
            String number = receipt.path("caseNumber");
            String code = receipt.path("queryCode");

            given().queryParam("code", code).get("/api/v1/proposals/" + number).then().statusCode(200).body("title",
                    equalTo("<script>alert(1)</script>装路灯"));
            String page = given().formParam("number", number).formParam("code", code).post("/receipt").asString();
            assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;装路灯").doesNotContain("<script>alert");
        }
    }

    @Nested
    class Repeating {

        @Test
        void sameKeyAndBodyGetTheSameAnswer() {
            String key = UUID.randomUUID().toString();
            String first = submit(key, aProposal()).then().statusCode(201).extract().asString();
            String second = submit(key, aProposal()).then().statusCode(201).extract().asString();

            assertThat(second).isEqualTo(first);
        }

        @Test
        void sameKeyWithAnotherBodyIsRefused() {
            String key = UUID.randomUUID().toString();
            submit(key, aProposal()).then().statusCode(201);
            submit(key, with("title", "另外一件事情")).then().statusCode(422).contentType("application/problem+json");
        }

        @Test
        void refusedSubmissionLeavesItsKeyFree() {
            String key = UUID.randomUUID().toString();
            submit(key, with("title", "短")).then().statusCode(400);
            submit(key, aProposal()).then().statusCode(201);
        }

        @Test
        void atTheSameMomentMakesOneCase() {
            String key = UUID.randomUUID().toString();
            List<CompletableFuture<String>> calls = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture
                            .supplyAsync(() -> submit(key, aProposal()).then().statusCode(201).extract()
                                    .<String> path("caseNumber")))
                    .toList();

            assertThat(calls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }
    }

    @Nested
    class Attaching {

        private final byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

        @Test
        void storesAFile() {
            Response receipt = submit(aProposal());
            attach(receipt.path("caseNumber"), receipt.path("queryCode"), "现场照片.pdf", pdf).statusCode(201)
                    .body("name", equalTo("现场照片.pdf")).body("size", is(pdf.length))
                    .body("sha256", matchesPattern("[0-9a-f]{64}"));
        }

        @Test
        void looksAtTheContentNotTheName() {
            Response receipt = submit(aProposal());
            attach(receipt.path("caseNumber"), receipt.path("queryCode"), "照片.png",
                    "MZ just a program".getBytes(StandardCharsets.US_ASCII))
                    .statusCode(415);
        }

        @Test
        void needsTheCode() {
            Response receipt = submit(aProposal());
            attach(receipt.path("caseNumber"), "22222222", "a.pdf", pdf).statusCode(404);
        }

        @Test
        void keepsNoPlaceOfAPhoto() throws IOException {
            Response receipt = submit(aProposal());
            String number = receipt.path("caseNumber");
            String id = attach(number, receipt.path("queryCode"), "路口.jpg", GpsPhoto.jpg()).statusCode(201).extract()
                    .path("id");
            byte[] shown = new StaffUser("triage").call().get("/staff/cases/" + number + "/attachments/" + id).then()
                    .statusCode(200).extract().asByteArray();
            assertThat(GpsPhoto.tellsPlace(shown)).isFalse();
        }

        @Test
        void takesNoMoreThanTenAndAllOrNone() {
            Response receipt = submit(aProposal());
            String number = receipt.path("caseNumber");
            String code = receipt.path("queryCode");
            onThePage(number, code, 1_000, pdf).then().statusCode(413);
            assertThat(onThePage(number, code, 50, pdf).then().statusCode(409).extract().asString())
                    .contains("id=\"file-error\">每件建议最多上传 10 个附件");
            assertThat(onThePage(number, code, 2, "MZ".getBytes(StandardCharsets.US_ASCII)).then().statusCode(400).extract()
                    .asString()).contains("所有文件都没有保存");
            assertThat(files(number)).isZero();
            onThePage(number, code, 9, pdf).then().statusCode(200);
            onThePage(number, code, 2, pdf).then().statusCode(409);
            attach(number, code, "a.pdf", pdf).statusCode(201);
            attach(number, code, "a.pdf", pdf).statusCode(409);
            assertThat(files(number)).isEqualTo(10);
            given().config(asBrowsersSendIt()).queryParam("code", code).multiPart("file", "a.pdf", pdf)
                    .multiPart("file", "b.pdf", pdf).post("/api/v1/proposals/" + number + "/attachments").then().statusCode(400)
                    .body("violations.field", hasItem("file"));
        }

        @Test
        void countsNotTheMailThatACaseCameFrom() {
            Response receipt = submit(aProposal());
            String number = receipt.path("caseNumber");
            attach(number, receipt.path("queryCode"), "a.pdf", pdf).statusCode(201);
            QuarkusTransaction.requiringNew().run(() -> {
                Proposal proposal = proposals.byNumber(number);
                attachments.join(proposal, attachments.of(proposal).get(0).file(), Attachment.Kind.ORIGINAL, Actor.SYSTEM);
            });
            onThePage(number, receipt.path("queryCode"), 9, pdf).then().statusCode(200);
            attach(number, receipt.path("queryCode"), "a.pdf", pdf).statusCode(409);
            assertThat(files(number)).isEqualTo(11);
        }

        private long files(String number) {
            return QuarkusTransaction.requiringNew().call(() -> (long) attachments.of(proposals.byNumber(number)).size());
        }

        private Response onThePage(String number, String code, int count, byte[] content) {
            RequestSpecification call = given().config(asBrowsersSendIt()).multiPart("number", number).multiPart("code", code);
            for (int i = 0; i < count; i++) {
                call.multiPart("file", i + ".pdf", content);
            }
            return call.post("/receipt/attachments");
        }

        private ValidatableResponse attach(String number, String code, String name, byte[] content) {
            return given().config(asBrowsersSendIt()).queryParam("code", code).multiPart("file", name, content).post(
                    "/api/v1/proposals/" + number + "/attachments").then();
        }
    }

    @Test
    void tellsAboutCampaigns() {
        given().get("/api/v1/campaigns").then().statusCode(200).body("code", hasItem("DZ2025"));
        given().get("/api/v1/campaigns/DZ2025").then().statusCode(200).body("state", equalTo("OPEN"))
                .body("categories", hasSize(12)).body("principles", hasSize(4)).body("townships", hasSize(27))
                .body("categories[0].code", equalTo("EDUCATION")).body("subjectPhrase", equalTo("大足区2025年重点民生实事建议征集"));
        given().get("/api/v1/campaigns/NONE").then().statusCode(404).contentType("application/problem+json");
    }

    private String closedCampaign() {
        String code = "OLD2020";
        if (campaigns.findById(code) == null) {
            Campaign old = new Campaign(code, "旧的征集", 2020, Instant.parse("2019-09-01T00:00:00Z"),
                    Instant.parse("2019-10-01T00:00:00Z"), new Campaign.Contact("旧的征集", "", "", ""), Deadlines.DEFAULT);
            openCampaign.open(old, Actor.SYSTEM);
        }
        return code;
    }

    private static Map<String, Object> aProposal() {
        Map<String, Object> body = new HashMap<>();
        body.put("campaign", "DZ2025");
        body.put("title", "给古龙初中宿舍加装热水浴室");
        body.put("category", "EDUCATION");
        body.put("content", "一周五天只有星期三能洗一回热水澡，请装热水器。");
        body.put("target", Map.of("text", "建成热水浴室2间", "due", "2025-11-30"));
        body.put("proposer", Map.of("kind", "RESIDENT", "name", "唐秀兰", "phone", "13900009259", "replyWanted", true));
        body.put("consent", true);
        return body;
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = aProposal();
        body.put(field, value);
        return body;
    }

    private static Response submit(Map<String, Object> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/proposals");
    }

    private static Response submit(String key, Map<String, Object> body) {
        return given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(body).post("/api/v1/proposals");
    }

    private static ValidatableResponse refused(Map<String, Object> body, int status) {
        return submit(body).then().statusCode(status).contentType("application/problem+json").body("status", is(status));
    }
}
