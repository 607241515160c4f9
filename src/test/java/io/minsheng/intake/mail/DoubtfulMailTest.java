package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.correspondence.SendOutbox;
import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.StaffUser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Where the words of a mail are not the suggestion, a person decides: no case says 请查收 while the letter is elsewhere. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class DoubtfulMailTest {

    private static final String PHRASE = "大足区2025年重点民生实事建议征集";
    private static final String NOTE = "您好！这是我的建议，请领导查收附件，谢谢！";
    private static final StaffUser TRIAGE = new StaffUser("triage");
    private static final byte[] RAR = "Rar!\u001A\u0007\u0001 packed".getBytes(UTF_8);
    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Inject
    SendOutbox sender;
    GreenMail server;

    private final String address = "d" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

    @Test
    void leavesANoteWithoutALetterToAPerson() {
        assertThat(reasonOfReview(mail(PHRASE + "：修一条路", NOTE))).contains("也没有附件");
        assertThat(reasonOfReview(mail(PHRASE, NOTE, new Enclosed("扫描.png", PNG)))).contains("请查看附件");
        assertThat(reasonOfReview(mail(PHRASE, "我们村收集了五条建议，都在附件里面。", new Enclosed("建议.bin", RAR))))
                .contains("没有打开").contains("请查看附件");
        assertThat(reasonOfReview(mail(PHRASE, "我们村收集了五条建议，都在附件里面。"))).contains("邮件没有附件");
    }

    @Test
    void takesAShortSuggestionForOne() {
        assertThat(uploaded(mail(PHRASE, "我家附近的路灯坏了，请修好它们。")).getString("state")).isEqualTo("CASE");
        assertThat(uploaded(mail(PHRASE, "街边的路灯坏了三个月，照片见附件。", new Enclosed("灯.png", PNG))).getString("state"))
                .isEqualTo("CASE");
    }

    @Test
    void leavesWhatIsPackedOutOfSightToAPerson() throws IOException {
        byte[] form = Files.readAllBytes(Path.of("src/test/resources/forms/classic-four-columns.docx"));
        String words = "我们小区六层没有电梯，老人上下楼很困难，希望政府支持加装电梯。";
        assertThat(reasonOfReview(mail(PHRASE, words, new Enclosed("外.zip", zip("内.zip", zip("表.docx", form))))))
                .contains("外.zip/内.zip");
        assertThat(reasonOfReview(mail(PHRASE, words, new Enclosed("表.rar", RAR)))).contains("表.rar");
        assertThat(
                reasonOfReview(mail("给小区装电梯", words, new Enclosed("表.7z", new byte[] { '7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27,
                        0x1C }))))
                .contains("主题").contains("表.7z");
        JsonPath both = uploaded(mail(PHRASE, "见附件", new Enclosed("表.docx", form), new Enclosed("更多.rar", RAR)));
        assertThat(both.getString("state")).isEqualTo("REVIEW");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + both.getString("id")).then()
                .body("suggestions[0].fields.title.value", equalTo("给棠香街道老旧小区加装电梯"));
    }

    @Test
    void asksWhoWroteWhatWasForwardedWithinTheText() {
        String forwarded = "转发一位居民的建议，请处理。\n\n------------------ 原始邮件 ------------------\n发件人: \"测试庚\" <other@example.org>;\n"
                + "发送时间: 2026年10月1日(星期四) 上午10:00\n收件人: \"x\" <x@example.org>;\n主题: 修路\n\n濑溪河边有一公里断头路，希望打通，修成健身步道。";
        JsonPath row = uploaded(mail("转发：" + PHRASE, forwarded));

        assertThat(row.getString("state")).isEqualTo("REVIEW");
        assertThat(row.getString("reason")).contains("转发的邮件里");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then()
                .body("suggestions[0].fields.content.value", equalTo("濑溪河边有一公里断头路，希望打通，修成健身步道。"))
                .body("text", containsString("other@example.org"));
    }

    @Test
    void leavesWhatIsEncryptedToAPerson() {
        assertThat(reasonOfReview(
                mail(PHRASE + "：修一条路", "-----BEGIN PGP MESSAGE-----\n\nhQEMA7xxxxxxxxxxxxxxxxxx\n-----END PGP MESSAGE-----")))
                .contains("加密");
        assertThat(reasonOfReview(
                (head(PHRASE) + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3\r\n").getBytes(UTF_8)))
                .contains("加密");
    }

    @Test
    void asksAboutANewFormThatAnswersAnEarlierMail() throws Exception {
        String number = uploaded(mail(PHRASE + "：修一条健身步道", "濑溪河边有一公里断头路，希望打通，修成健身步道。")).getString("cases[0]");
        sender.send();
        String receipt = MailServer.postbag(server, address).get(0).getMessageID();
        byte[] form = Files.readAllBytes(Path.of("src/test/resources/forms/classic-four-columns.docx"));

        JsonPath other = uploaded(
                mail("回复：" + PHRASE + "\r\nIn-Reply-To: " + receipt, "还有一条建议，见附件。", new Enclosed("表.docx", form)));
        assertThat(other.getString("state")).isEqualTo("REVIEW");
        assertThat(other.getString("reason")).contains(number, "另一条建议");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + other.getString("id")).then()
                .body("suggestions.fields.title.value", hasItem("给棠香街道老旧小区加装电梯"));

        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "请补填征集表。"));
        JsonPath asked = uploaded(mail("回复：请补充\r\nIn-Reply-To: " + receipt, "表在附件里。", new Enclosed("表.docx", form)));
        assertThat(asked.getString("state")).isEqualTo("REPLY");
        assertThat(asked.getList("cases", String.class)).isEqualTo(List.of(number));
    }

    private String reasonOfReview(byte[] raw) {
        JsonPath row = uploaded(raw);
        assertThat(row.getString("state")).isEqualTo("REVIEW");
        return row.getString("reason");
    }

    private record Enclosed(String name, byte[] content) {
    }

    private String head(String subject) {
        String[] lines = subject.split("\r\n", 2);
        return "From: <" + address + ">\r\nSubject: =?utf-8?B?" + base64(lines[0].getBytes(UTF_8)) + "?=\r\n"
                + (lines.length > 1 ? lines[1] + "\r\n" : "") + "MIME-Version: 1.0\r\n";
    }

    private byte[] mail(String subject, String body, Enclosed... files) {
        StringBuilder mail = new StringBuilder(head(subject) + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body + "\r\n");
        for (Enclosed each : files) {
            mail.append(
                    "--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?"
                            + base64(each.name().getBytes(UTF_8)) + "?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                            + Base64.getMimeEncoder().encodeToString(each.content()) + "\r\n");
        }
        return mail.append("--b--\r\n").toString().getBytes(UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static JsonPath uploaded(byte[] raw) {
        return TRIAGE.call().contentType("message/rfc822").body(raw).post("/api/v1/mailbox/messages").then().statusCode(201)
                .extract().jsonPath();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
