package io.minsheng.intake.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import org.apache.http.entity.mime.HttpMultipartMode;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.OpenCampaign;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class DeskEntryTest {

    private static final String CALLS = "/api/v1/desk/proposals";
    private static final StaffUser DESK = new StaffUser("desk-tangxiang");
    private static final StaffUser TRIAGE = new StaffUser("triage");
    private static final LocalDate TODAY = Shanghai.date(Instant.now());
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXE = "MZ\u0090\0\3\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern NUMBER = Pattern.compile("big-code\">([A-Z0-9]+-\\d{6}-\\d)<");

    @Inject
    Proposals proposals;
    @Inject
    Attachments attachments;
    @Inject
    WorkItems items;
    @Inject
    OutboxMails mails;
    @Inject
    Campaigns campaigns;
    @Inject
    OpenCampaign openCampaign;

    @Nested
    class Calling {

        @Test
        void registersALetterForTheOwnDesk() {
            String number = entered(DESK, aLetter());

            Proposal proposal = find(number);
            assertThat(proposal.channel()).isEqualTo(Channel.LETTER);
            assertThat(proposal.stage()).isEqualTo(Stage.RECEIVED);
            assertThat(proposal.desk()).isEqualTo("tangxiang");
            assertThat(proposal.registeredBy()).isEqualTo("desk-tangxiang");
            assertThat(proposal.receivedOn()).isEqualTo(TODAY.minusDays(1));
            assertThat(proposal.postmarkedOn()).isEqualTo(TODAY.minusDays(3));
            assertThat(proposal.late()).isFalse();
            assertThat(QuarkusTransaction.requiringNew().call(() -> items.openOn(number))).singleElement()
                    .satisfies(item -> assertThat(item.queue()).isEqualTo("TRIAGE"));
        }

        @Test
        void answersLikeThePublicCall() {
            enter(TRIAGE, aLetter()).statusCode(201).body("stage.code", equalTo("RECEIVED"))
                    .body("queryCode.length()", equalTo(8)).body("trackingUrl", containsString("/track"));
        }

        @Test
        void saysTheDayOfALetterAndNoHour() {
            Response letter = DESK.call(aLetter()).post(CALLS);
            String number = letter.path("caseNumber");
            String cookie = given().redirects().follow(false).formParam("number", number)
                    .formParam("code", letter.<String> path("queryCode")).post("/track").cookie("minsheng-track");

            assertThat(Jsoup.parse(given().cookie("minsheng-track", cookie).get("/track/" + number).asString())
                    .select("dt:contains(收到时间) + dd").text()).isEqualTo(Shanghai.sayDate(TODAY.minusDays(1)));
            assertThat(Jsoup.parse(DESK.call().get("/staff/cases/" + number).asString())
                    .select("dt:contains(收到时间) + dd").text()).startsWith(Shanghai.sayDate(TODAY.minusDays(1)))
                    .doesNotContain("00:00");
        }

        @Test
        void takesAnonymousLettersWithoutMail() {
            Map<String, Object> letter = aLetter();
            letter.put("proposer", Map.of("kind", "ANONYMOUS"));
            String number = entered(DESK, letter);
            Map<String, Object> without = aLetter();
            without.remove("proposer");
            String other = entered(DESK, without);

            assertThat(find(number).replyWanted()).isFalse();
            for (String each : List.of(number, other)) {
                assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> mails.count("proposal.id", find(each).id()))).isZero();
            }
        }

        @Test
        void letsTheOfficeNameADeskOrNone() {
            Map<String, Object> letter = aLetter();
            assertThat(find(entered(TRIAGE, letter)).desk()).isNull();
            letter.put("desk", "longshui");
            assertThat(find(entered(TRIAGE, letter)).desk()).isEqualTo("longshui");
            letter.put("desk", "atlantis");
            enter(TRIAGE, letter).statusCode(400).body("violations.field", hasItem("desk"));
        }

        @Test
        void refusesAnotherDesk() {
            Map<String, Object> letter = aLetter();
            letter.put("desk", "longshui");
            enter(DESK, letter).statusCode(403);
            letter.put("desk", "tangxiang");
            enter(DESK, letter).statusCode(201);
        }

        @Test
        void refusesOtherRoles() {
            for (String user : List.of("chief", "leader", "auditor", "admin", "dept-housing")) {
                enter(new StaffUser(user), aLetter()).statusCode(403);
            }
        }

        @Test
        void saysAllThatIsWrongAtOnce() {
            Map<String, Object> letter = aLetter();
            letter.put("title", "长".repeat(61));
            letter.put("receivedOn", TODAY.plusDays(1).toString());
            letter.put("postmarkedOn", TODAY.plusDays(2).toString());
            enter(DESK, letter).statusCode(400).body("violations.field", hasItems("title", "receivedOn"));
            letter.put("receivedOn", TODAY.minusDays(2).toString());
            letter.put("postmarkedOn", TODAY.minusDays(1).toString());
            enter(DESK, letter).statusCode(400).body("violations.field", hasItems("title", "postmarkedOn"));
        }

        @Test
        void refusesUnknownChannelsAndFields() {
            enter(DESK, with("channel", "PIGEON")).statusCode(400).body("violations.field", hasItem("channel"));
            enter(DESK, with("channel", "WEB")).statusCode(400).body("violations.field", hasItem("channel"));
            enter(DESK, with("colour", "blue")).statusCode(400);
            enter(DESK, with("receivedOn", "gestern")).statusCode(400);
            enter(DESK, with("receivedOn", null)).statusCode(400).body("violations.field", hasItem("receivedOn"));
            enter(DESK, with("receivedOn", "0206-01-01")).statusCode(400).body("violations.field", hasItem("receivedOn"));
            enter(DESK, with("channel", "PHONE")).statusCode(400).body("violations.field", hasItem("postmarkedOn"));
            enter(DESK, with("campaign", "XX1999")).statusCode(404);
        }

        @Test
        void makesOneCaseOfARepeatedCall() {
            String key = UUID.randomUUID().toString();
            Map<String, Object> letter = aLetter();
            String first = DESK.call(letter).header("Idempotency-Key", key).post(CALLS).then().statusCode(201).extract()
                    .path("caseNumber");
            DESK.call(letter).header("Idempotency-Key", key).post(CALLS).then().statusCode(201)
                    .body("caseNumber", equalTo(first));
            letter.put("title", "另外一件事情");
            DESK.call(letter).header("Idempotency-Key", key).post(CALLS).then().statusCode(422);
            TRIAGE.call(letter).header("Idempotency-Key", key).post(CALLS).then().statusCode(201)
                    .body("caseNumber", not(equalTo(first)));
        }
    }

    @Nested
    class Late {

        @Test
        void flagsLettersByTheirPostmark() {
            String campaign = aClosedCall();
            Map<String, Object> letter = with("campaign", campaign);
            letter.put("category", "OTHER");
            assertThat(find(entered(DESK, letter)).late()).isTrue();
            // posted in time, received after the end: the postmark counts
            letter.put("postmarkedOn", TODAY.minusDays(10).toString());
            assertThat(find(entered(DESK, letter)).late()).isFalse();
            letter.remove("postmarkedOn");
            assertThat(find(entered(DESK, letter)).late()).isTrue();
            letter.put("receivedOn", TODAY.minusDays(6).toString());
            assertThat(find(entered(DESK, letter)).late()).isFalse();
        }

        @Test
        void isShownOnTheReceipt() {
            Map<String, String> form = aForm();
            form.put("campaign", aClosedCall());
            form.put("category", "OTHER");
            send(DESK, form).statusCode(200).body(containsString("逾期来信"));
            DESK.call().get("/staff/desk/cases").then().statusCode(200).body(containsString("逾期来信"));
        }

        /** A call that ended five days ago. */
        private String aClosedCall() {
            String code = "LATE" + UUID.randomUUID().toString().substring(0, 4).toUpperCase();
            QuarkusTransaction.requiringNew().run(() -> {
                Instant now = Instant.now();
                Campaign campaign = new Campaign(code, "已截止的征集", 2025, now.minus(Duration.ofDays(60)),
                        Shanghai.startOf(TODAY.minusDays(5)),
                        new Campaign.Contact("民生实事建议征集", "地址", "late@example.cn", "023-0000 0000"), Deadlines.DEFAULT);
                campaign.classifyBy(List.of(new Category("OTHER", "其他", null, "其他")), List.of());
                openCampaign.open(campaign, Actor.SYSTEM);
            });
            return code;
        }
    }

    @Nested
    class Scanning {

        @Test
        void keepsScansOfTheOwnDesk() throws IOException {
            String number = entered(DESK, aLetter());
            scan(DESK, number, "来信.pdf", PDF).statusCode(201).body("name", equalTo("来信.pdf"))
                    .body("sha256.length()", equalTo(64));
            scan(TRIAGE, number, "photo.jpg", jpeg()).statusCode(201);
            assertThat(kinds(number)).containsExactly(Attachment.Kind.SCAN, Attachment.Kind.SCAN);
        }

        @Test
        void knowsNoCasesOfOtherDesks() {
            String foreign = Submission.desk("longshui").caseNumber();
            scan(DESK, foreign, "来信.pdf", PDF).statusCode(404);
            scan(DESK, "DZ2025-999999-9", "来信.pdf", PDF).statusCode(404);
            scan(new StaffUser("leader"), foreign, "来信.pdf", PDF).statusCode(403);
            assertThat(kinds(foreign)).isEmpty();
        }

        @Test
        void givesAScanBackToBeLookedAtWithoutKeepingIt() throws IOException {
            assertThat(look("来信.pdf", PDF).statusCode(200).contentType("application/pdf")
                    .header("Content-Disposition", startsWith("inline")).header("X-Frame-Options", "SAMEORIGIN")
                    .header("Content-Security-Policy", containsString("frame-ancestors 'self'")).extract().asByteArray())
                    .isEqualTo(PDF);
            look("photo.jpg", jpeg()).statusCode(200).contentType("image/jpeg");
            look("来信.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)).statusCode(415)
                    .contentType("text/plain").body(containsString("来信.pdf"));
            look("空.pdf", new byte[0]).statusCode(400).contentType("text/plain").body(containsString("还没有选择"));
            DESK.call().multiPart("title", "无").post("/staff/desk/scan").then().statusCode(400)
                    .body(containsString("还没有选择"));
            new StaffUser("leader").call().multiPart("scan", "来信.pdf", PDF, "application/pdf").post("/staff/desk/scan").then()
                    .statusCode(403);
        }

        @Test
        void showsTheScansBesideTheNextSuggestionOfTheLetter() throws IOException {
            String number = entered(DESK, aLetter());
            String further = "/staff/desk/cases/" + number + "/further";
            DESK.call().get(further).then().statusCode(200).body(not(containsString("desk-original")));
            String pdf = scan(DESK, number, "来信.pdf", PDF).extract().path("id");
            String file = "/staff/cases/" + number + "/attachments/" + pdf;
            DESK.call().get(further).then().statusCode(200)
                    .body(containsString("<iframe src=\"" + file + "?inline=true#view=FitH"));
            DESK.call().get("/staff/cases/" + number).then()
                    .body(containsString("<iframe src=\"" + file + "?inline=true#view=FitH"));
            DESK.call().get(file + "?inline=true").then().statusCode(200).contentType("application/pdf")
                    .header("X-Frame-Options", "SAMEORIGIN").header("Content-Disposition", startsWith("inline"));
            DESK.call().get(file).then().statusCode(200).header("Content-Disposition", startsWith("attachment"))
                    .header("X-Frame-Options", "DENY");
        }

        private static ValidatableResponse look(String name, byte[] content) {
            return utf8(DESK).multiPart("scan", name, content, "application/octet-stream").post("/staff/desk/scan").then();
        }

        @Test
        void refusesProgramsWithAnotherName() {
            String number = entered(DESK, aLetter());
            scan(DESK, number, "来信.pdf", EXE).statusCode(415);
            assertThat(kinds(number)).isEmpty();
        }
    }

    @Nested
    class OnThePage {

        @Test
        void asksForChannelFirst() {
            DESK.call().queryParam("channel", "LETTER").queryParam("township", "tangxiang").get("/staff/desk").then()
                    .statusCode(200).body(containsString("value=\"LETTER\" checked"))
                    .body(containsString("value=\"tangxiang\" selected")).body(not(containsString("name=\"desk\"")))
                    .body(containsString(TODAY.toString()));
            TRIAGE.call().get("/staff/desk").then().statusCode(200).body(containsString("name=\"desk\""));
            new StaffUser("leader").call().get("/staff/desk").then().statusCode(403);
        }

        @Test
        void registersWithScansAndPrintsTheReceipt() throws IOException {
            String page = formOf(DESK, aForm()).multiPart("scan", "来信.pdf", PDF, "application/pdf")
                    .multiPart("scan", "photo.jpg", jpeg(), "image/jpeg").post("/staff/desk/receipt").then().statusCode(200)
                    .body(containsString("查询码只显示这一次")).body(containsString("class=\"qr\""))
                    .body(containsString("channel=LETTER")).body(containsString("township=tangxiang")).extract().asString();

            String number = number(page);
            assertThat(find(number).stage()).isEqualTo(Stage.RECEIVED);
            assertThat(kinds(number)).hasSize(2).containsOnly(Attachment.Kind.SCAN);
            assertThat(QuarkusTransaction.requiringNew().call(() -> items.openOn(number))).hasSize(1);
            DESK.call().get("/staff/desk/cases").then().statusCode(200).body(containsString("/staff/cases/" + number));
        }

        @Test
        void storesNothingHalfWhenAScanIsRefused() {
            String title = "不应登记 " + UUID.randomUUID();
            Map<String, String> form = aForm();
            form.put("title", title);
            formOf(DESK, form).multiPart("scan", "好.pdf", PDF, "application/pdf")
                    .multiPart("scan", "坏.pdf", EXE, "application/pdf").post("/staff/desk/receipt").then().statusCode(415)
                    .body(containsString("建议也没有登记")).body(containsString(title)).body(containsString("请重新选择"));
            assertThat(count(title)).isZero();
        }

        @Test
        void keepsEverythingOnAnError() {
            Map<String, String> form = aForm();
            form.put("title", "短");
            form.put("channel", "PIGEON");
            form.put("receivedOn", "昨天");
            form.put("reason", "<b>理由</b>");
            send(DESK, form).statusCode(400).body(containsString("error-summary")).body(containsString("href=\"#title\""))
                    .body(containsString("href=\"#channel\"")).body(containsString("href=\"#receivedOn\""))
                    .body(containsString("&lt;b&gt;理由&lt;/b&gt;")).body(containsString("13900001234"));
        }

        @Test
        void showsHtmlInATitleAsText() {
            Map<String, String> form = aForm();
            form.put("title", "<script>alert(1)</script>");
            send(DESK, form).statusCode(200).body(containsString("&lt;script&gt;")).body(not(containsString("<script>alert")));
            DESK.call().get("/staff/desk/cases").then().body(not(containsString("<script>alert")));
        }

        @Test
        void makesOneCaseOfADoubleClick() {
            Map<String, String> form = aForm();
            form.put("title", "连点两次 " + UUID.randomUUID());
            String first = number(send(DESK, form).statusCode(200).extract().asString());
            assertThat(number(send(DESK, form).statusCode(200).extract().asString())).isEqualTo(first);
            form.put("content", "另一件完全不同的事情，内容也不一样。");
            send(DESK, form).statusCode(422).body(containsString("已经登记过一次"));
        }

        @Test
        void showsADeskOnlyItsOwnCases() {
            String foreign = Submission.desk("longshui").caseNumber();
            String own = Submission.desk("tangxiang").caseNumber();
            DESK.call().get("/staff/desk/cases").then().statusCode(200).body(containsString(own))
                    .body(not(containsString(foreign)));
            TRIAGE.call().get("/staff/desk/cases").then().statusCode(200).body(containsString(foreign));
        }
    }

    private static Map<String, Object> aLetter() {
        Map<String, Object> body = new HashMap<>(Map.of("campaign", "DZ2025", "title", "村里通往镇上的路灯坏了", "category", "TRANSPORT",
                "content", "从村口到镇上两公里路灯坏了一半，晚上学生回家看不见路。", "channel", "LETTER", "receivedOn",
                TODAY.minusDays(1).toString(), "postmarkedOn", TODAY.minusDays(3).toString(), "township", "tangxiang"));
        body.put("proposer", Map.of("kind", "RESIDENT", "name", "测试乙", "address", "棠香街道测试路1号"));
        return body;
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = aLetter();
        body.put(field, value);
        return body;
    }

    private static Map<String, String> aForm() {
        return new HashMap<>(Map.of("campaign", "DZ2025", "key", UUID.randomUUID().toString(), "channel", "LETTER",
                "receivedOn", TODAY.toString(), "title", "村里通往镇上的路灯坏了", "category", "TRANSPORT", "content",
                "从村口到镇上两公里路灯坏了一半，晚上学生回家看不见路。", "township", "tangxiang", "proposer.phone", "13900001234"));
    }

    private static ValidatableResponse enter(StaffUser who, Map<String, Object> body) {
        return who.call(body).post(CALLS).then().log().ifValidationFails();
    }

    private static String entered(StaffUser who, Map<String, Object> body) {
        return enter(who, body).statusCode(201).extract().path("caseNumber");
    }

    private static ValidatableResponse send(StaffUser who, Map<String, String> form) {
        return formOf(who, form).post("/staff/desk/receipt").then();
    }

    private static RequestSpecification formOf(StaffUser who, Map<String, String> form) {
        RequestSpecification request = utf8(who);
        form.forEach((name, value) -> request.multiPart(new MultiPartSpecBuilder(value).controlName(name)
                .mimeType("text/plain").charset(StandardCharsets.UTF_8).build()));
        return request;
    }

    private static ValidatableResponse scan(StaffUser who, String number, String name, byte[] content) {
        return utf8(who).multiPart("file", name, content, "application/octet-stream")
                .post(CALLS + "/" + number + "/scans").then();
    }

    /** Multipart as browsers send it: names and texts in UTF-8. */
    private static RequestSpecification utf8(StaffUser who) {
        return who.call().config(RestAssuredConfig.config()
                .httpClient(HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
                .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset(StandardCharsets.UTF_8)));
    }

    private static String number(String page) {
        Matcher number = NUMBER.matcher(page);
        assertThat(number.find()).as(page).isTrue();
        return number.group(1);
    }

    private Proposal find(String number) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(number));
    }

    private long count(String title) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.count("title", title));
    }

    private List<Attachment.Kind> kinds(String number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> attachments.of(proposals.byNumber(number)).stream().map(Attachment::kind).toList());
    }

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }
}
