package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.TinyPicture;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.path.json.JsonPath;

/** People write a letter in a document and 见附件 in the mail; others forward what somebody else has written, or a photo. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class LettersInMailTest {

    private static final String PHRASE = "大足区2025年重点民生实事建议征集";
    private static final StaffUser TRIAGE = new StaffUser("triage");
    private static final Path LETTERS = Path.of("src/test/resources/letters");

    @Inject
    Proposals proposals;
    @Inject
    Authors authors;
    @Inject
    WorkItems items;

    private final String address = "l" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

    @ParameterizedTest
    @ValueSource(strings = { "docx", "odt", "rtf", "doc", "pdf", "txt" })
    void makesACaseOfTheLetterToWhichTheMailOnlyPoints(String kind) throws IOException {
        JsonPath row = uploaded(mail(PHRASE, "您好！我的建议见附件，请查收。\n测试壬", letter("headed." + kind)));

        assertThat(row.getString("state")).as(row.getString("reason")).isEqualTo("CASE");
        Proposal proposal = proposal(row.getString("cases[0]"));
        assertThat(proposal.title()).isEqualTo("关于给西湖花园小区加装电梯的建议");
        assertThat(proposal.content()).startsWith("尊敬的领导").contains("居民愿意出一部分钱").doesNotContain("13800001777", "见附件");
        assertThat(QuarkusTransaction.requiringNew()
                .call(() -> authors.contact(proposals.byNumber(proposal.caseNumber()).author())))
                .isEqualTo(new Contact("测试壬", "13800001777", address, null));
        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then()
                .body("suggestions", hasSize(1)).body("suggestions[0].source", equalTo("headed." + kind))
                .body("suggestions[0].fields.content.confidence", equalTo(0.8f));
    }

    @Test
    void leavesALetterWithoutAHeadingToAPersonWithItsTextReady() throws IOException {
        JsonPath row = uploaded(mail(PHRASE, "见附件", letter("unheaded.docx")));

        assertThat(row.getString("state")).isEqualTo("REVIEW");
        assertThat(row.getString("reason")).contains("附件");
        TRIAGE.call().get("/staff/tasks/review/" + reviewTask(row.getString("id"))).then().statusCode(200)
                .body(containsString("能不能开到晚上八点")).body(containsString("识读自附件“unheaded.docx”，把握 50%，请特别核对"));
        JsonPath named = uploaded(mail(PHRASE + "：图书室开到晚上八点", "见附件", letter("unheaded.docx")));
        assertThat(named.getString("state")).as(named.getString("reason")).isEqualTo("CASE");
        assertThat(proposal(named.getString("cases[0]")).title()).isEqualTo("图书室开到晚上八点");
    }

    @Test
    void leavesSeveralSuggestionsOrTextInBothPlacesToAPerson() throws IOException {
        JsonPath two = uploaded(mail(PHRASE, "附件是我的建议，谢谢", letter("two.docx")));
        assertThat(two.getString("state")).isEqualTo("REVIEW");
        assertThat(two.getString("reason")).contains("“two.docx”可能包含 2 条建议");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + two.getString("id")).then().body("suggestions", hasSize(2));

        JsonPath both = uploaded(mail(PHRASE, "我们小区想装电梯，详细情况在附件里。", letter("headed.docx")));
        assertThat(both.getString("reason")).contains("正文和附件各有内容");
        JsonPath letters = uploaded(mail(PHRASE, "见附件", letter("headed.docx"), letter("unheaded.docx")));
        assertThat(letters.getString("reason")).contains("2 份文字材料");
    }

    @Test
    void takesALetterThatCameAsADocumentAndAsAPdfForOne() throws IOException {
        JsonPath row = uploaded(mail(PHRASE, "见附件", letter("headed.docx"), letter("headed.pdf")));
        assertThat(row.getString("state")).as(row.getString("reason")).isEqualTo("CASE");
        assertThat(row.getList("cases")).hasSize(1);
    }

    @Test
    void takesTheTextOfTheMailWhereItSaysEnough() throws IOException {
        String body = "我们小区六层没有电梯，老人上下楼很困难，希望政府把加装电梯列入明年的民生实事，居民愿意出一部分钱。检测报告和小区照片一并附上，供你们参考，有什么问题可以打我的电话，也可以到小区里来看一看。";
        JsonPath row = uploaded(mail(PHRASE + "：加装电梯", body, letter("headed.docx")));
        assertThat(row.getString("state")).as(row.getString("reason")).isEqualTo("CASE");
        assertThat(proposal(row.getString("cases[0]")).content()).startsWith("我们小区六层没有电梯");

        JsonPath report = uploaded(mail(PHRASE, "见附件", letter("report.docx")));
        assertThat(report.getString("state")).isEqualTo("REVIEW");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + report.getString("id")).then()
                .body("suggestions[0].source", equalTo("BODY"));
    }

    @Test
    void readsTheFormInAForwardedMailAndAsksWhoWroteAForwardedLetter() throws IOException {
        String inner = "From: <resident@example.org>\r\nSubject: =?utf-8?B?" + base64("修一条健身步道".getBytes(UTF_8)) + "?=\r\n";
        byte[] form = Files.readAllBytes(Path.of("src/test/resources/forms/classic-four-columns.docx"));
        JsonPath formed = uploaded(mail(PHRASE, "转发一位居民的来信。", new Enclosed("来信.eml", "message/rfc822",
                new String(mail(inner, "请查收", new Enclosed("表.docx", "application/octet-stream", form)), UTF_8)
                        .getBytes(UTF_8))));
        assertThat(formed.getString("state")).as(formed.getString("reason")).isEqualTo("CASE");
        assertThat(proposal(formed.getString("cases[0]")).title()).isEqualTo("给棠香街道老旧小区加装电梯");
        assertThat(formed.getList("attachments")).asList().containsExactly("来信.eml", "表.docx");

        JsonPath letter = uploaded(mail(PHRASE, "转发一位居民的来信。", new Enclosed("来信.eml", "message/rfc822",
                (inner + "Content-Type: text/plain; charset=utf-8\r\n\r\n濑溪河边有一公里断头路，希望打通，修成健身步道。").getBytes(UTF_8))));
        assertThat(letter.getString("state")).isEqualTo("REVIEW");
        assertThat(letter.getString("reason")).contains("转发的邮件");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + letter.getString("id")).then()
                .body("suggestions[0].fields.title.value", equalTo("修一条健身步道"))
                .body("suggestions[0].fields.content.value", containsString("断头路"));
    }

    @Test
    void showsAPhotoLargeBesideTheFormAndGivesEveryFile() throws IOException {
        byte[] png = Base64.getDecoder().decode(TinyPicture.PNG);
        JsonPath row = uploaded(mail(PHRASE, "见附件", new Enclosed("表 格.png", "image/png", png),
                new Enclosed("页.html", "text/html", "<script>alert(1)</script>".getBytes(UTF_8))));
        assertThat(row.getString("state")).isEqualTo("REVIEW");
        String files = "/staff/mailbox/" + row.getString("id") + "/files/";
        TRIAGE.call().get("/staff/tasks/review/" + reviewTask(row.getString("id"))).then().statusCode(200)
                .body(containsString("<img src=\"" + files + "0?inline=true\" alt=\"附件 表 格.png\""))
                .body(not(containsString("<img src=\"" + files + "1")));

        assertThat(TRIAGE.call().get(files + "0?inline=true").then().statusCode(200).contentType("image/png")
                .header("Content-Security-Policy", containsString("sandbox")).extract().asByteArray()).isEqualTo(png);
        TRIAGE.call().get(files + "1?inline=true").then().statusCode(200).contentType("application/octet-stream")
                .header("Content-Disposition", containsString("attachment"));
        String api = "/api/v1/mailbox/messages/" + row.getString("id") + "/files/";
        assertThat(TRIAGE.call().get(api + "0").then().statusCode(200).extract().asByteArray()).isEqualTo(png);
        for (String none : List.of("2", "-1", "99999")) {
            TRIAGE.call().get(api + none).then().statusCode(404);
            TRIAGE.call().get(files + none).then().statusCode(404);
        }
        TRIAGE.call().get(api + "x").then().statusCode(404);
        for (String other : List.of("admin", "leader", "chief", "dept-housing")) {
            new StaffUser(other).call().get(api + "0").then().statusCode(403);
            new StaffUser(other).call().get(files + "0").then().statusCode(403);
        }
    }

    @Test
    void showsScansByWhatTheyAreAndNothingThatOnlySaysToBeOne() {
        String pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n";
        JsonPath row = uploaded(
                mail(PHRASE, "见附件", latin("来信.pdf", "text/html", pdf), latin("动.gif", "image/gif", "GIF89a1234567"),
                        latin("图.webp", "image/jpeg", "RIFF1234WEBPVP8 "),
                        latin("IMG_1.HEIC", "image/heic", "\0\0\0\u0018ftypheic1234"),
                        latin("扫描.tif", "image/tiff", "II*\0rest"),
                        latin("网页.pdf", "application/pdf", "<html><script>alert(1)</script>"),
                        latin("图.pdf", "application/pdf", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
                        latin("两面.pdf", "application/pdf", "<!-- %PDF-1.4 --><script>alert(1)</script>")));
        String files = "/staff/mailbox/" + row.getString("id") + "/files/";
        String page = TRIAGE.call().get("/staff/tasks/review/" + reviewTask(row.getString("id"))).then().statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains(
                "<iframe src=\"" + files + "0?inline=true#view=FitH&amp;navpanes=0&amp;pagemode=none\" title=\"附件 来信.pdf\"",
                "<a href=\"" + files + "0\" download>", "<img src=\"" + files + "1?inline=true\"",
                "<img src=\"" + files + "2?inline=true\"", "“IMG_1.HEIC”是苹果手机的 HEIC 照片", "“扫描.tif”是TIFF 扫描图",
                "<a href=\"" + files + "3\" download>下载后查看", "<a href=\"" + files + "4\" download>下载后查看");
        assertThat(page).doesNotContain(files + "3?inline", files + "4?inline", files + "5?inline", files + "6?inline",
                files + "7?inline");

        Headers shown = TRIAGE.call().get(files + "0?inline=true").then().statusCode(200).contentType("application/pdf")
                .header("Content-Disposition", startsWith("inline")).extract().headers();
        assertThat(shown.getValues("Content-Security-Policy")).singleElement().asString()
                .contains("default-src 'none'", "frame-ancestors 'self'").doesNotContain("sandbox", "script-src");
        assertThat(shown.getValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(shown.getValues("X-Content-Type-Options")).containsExactly("nosniff");
        TRIAGE.call().get(files + "1?inline=true").then().contentType("image/gif").header("Content-Security-Policy",
                containsString("sandbox")).header("X-Frame-Options", equalTo("DENY"));
        TRIAGE.call().get(files + "2?inline=true").then().contentType("image/webp");
        for (int i = 3; i < 8; i++) {
            TRIAGE.call().get(files + i + "?inline=true").then().statusCode(200).contentType("application/octet-stream")
                    .header("Content-Disposition", startsWith("attachment")).header("X-Frame-Options", equalTo("DENY"));
        }
        TRIAGE.call().get(files + "0").then().contentType("application/octet-stream").header("Content-Disposition",
                startsWith("attachment"));
        new StaffUser("chief").call().get(files + "0?inline=true").then().statusCode(403);
    }

    private static Enclosed latin(String name, String type, String content) {
        return new Enclosed(name, type, content.getBytes(ISO_8859_1));
    }

    private record Enclosed(String name, String type, byte[] content) {
    }

    private static Enclosed letter(String name) throws IOException {
        return new Enclosed(name, "application/octet-stream", Files.readAllBytes(LETTERS.resolve(name)));
    }

    private byte[] mail(String subject, String body, Enclosed... files) {
        String head = subject.startsWith("From:") ? subject
                : "From: <" + address + ">\r\nSubject: =?utf-8?B?" + base64(subject.getBytes(UTF_8)) + "?=\r\n";
        String boundary = "b" + head.hashCode();
        StringBuilder mail = new StringBuilder(
                head + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" + boundary
                        + "\"\r\n\r\n--" + boundary + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n");
        for (Enclosed each : files) {
            boolean plain = each.type().equals("message/rfc822");
            mail.append("--" + boundary + "\r\nContent-Type: " + each.type()
                    + "\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?" + base64(each.name().getBytes(UTF_8))
                    + "?=\"\r\nContent-Transfer-Encoding: " + (plain ? "8bit" : "base64") + "\r\n\r\n")
                    .append(plain ? new String(each.content(), UTF_8)
                            : Base64.getMimeEncoder().encodeToString(each.content()))
                    .append("\r\n");
        }
        return mail.append("--" + boundary + "--\r\n").toString().getBytes(UTF_8);
    }

    private static JsonPath uploaded(byte[] raw) {
        return TRIAGE.call().contentType("message/rfc822").body(raw).post("/api/v1/mailbox/messages").then().statusCode(201)
                .extract().jsonPath();
    }

    private Proposal proposal(String number) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(number));
    }

    private String reviewTask(String messageId) {
        return QuarkusTransaction.requiringNew().call(() -> items
                .find("subjectType = ?1 and subjectId = ?2 and endedAt is null", SubjectType.MESSAGE, messageId).firstResult()
                .id());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
