package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.correspondence.SendOutbox;
import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.TinyPicture;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
    private static final byte[] PNG = Base64.getDecoder().decode(TinyPicture.PNG);

    @Inject
    SendOutbox sender;
    @Inject
    Proposals proposals;
    @Inject
    Authors authors;
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
    void proposesTheSubjectWhereNothingElseIsSaidAndNoPoliteWordsInItsPlace() {
        String wish = "把201路公交延伸到濑溪河公园";
        JsonPath said = uploaded(mail(PHRASE + "：" + wish, "如题，谢谢！"));
        assertThat(said.getString("state")).isEqualTo("REVIEW");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + said.getString("id")).then()
                .body("suggestions[0].fields.title.value", equalTo(wish))
                .body("suggestions[0].fields.content.value", equalTo(wish)).body("suggestions[0].fields.email.value",
                        equalTo(address));
        JsonPath scan = uploaded(mail(PHRASE + "：" + wish, "您好，请查收附件。谢谢！", new Enclosed("扫描.png", PNG)));
        TRIAGE.call().get("/api/v1/mailbox/messages/" + scan.getString("id")).then()
                .body("suggestions[0].fields.title.value", equalTo(wish)).body("suggestions[0].fields.content", nullValue());
    }

    @Test
    void takesAShortSuggestionForOne() {
        assertThat(uploaded(mail(PHRASE, "我家附近的路灯坏了，请修好它们。")).getString("state")).isEqualTo("CASE");
        assertThat(uploaded(mail(PHRASE, "街边的路灯坏了三个月，照片见附件。", new Enclosed("灯.png", PNG))).getString("state"))
                .isEqualTo("CASE");
    }

    @Test
    void takesNameAndNumberBelowTheTextForTheAuthors() {
        JsonPath one = uploaded(mail(PHRASE, "村口到镇上的路没有路灯，建议装二十盏。\n\n王测试\n139 0000 2233\n"));
        assertThat(one.getString("state")).isEqualTo("CASE");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + one.getString("id")).then()
                .body("suggestions[0].fields.name.value", equalTo("王测试"))
                .body("suggestions[0].fields.phone.value", equalTo("13900002233"))
                .body("suggestions[0].fields.phone.confidence", equalTo(0.6f))
                .body("suggestions[0].fields.content.value", equalTo("村口到镇上的路没有路灯，建议装二十盏。"));
        JsonPath two = uploaded(mail(PHRASE, "我有两条建议：\n一、在小学门口划接送区，早晚高峰堵得厉害。\n二、给镇上的敬老院装一部电梯，老人上下楼很困难。\n\n王测试 13900002244"));
        TRIAGE.call().get("/api/v1/mailbox/messages/" + two.getString("id")).then()
                .body("suggestions.fields.phone.value", contains("13900002244", "13900002244"))
                .body("suggestions[1].fields.content.value", equalTo("给镇上的敬老院装一部电梯，老人上下楼很困难。"));
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
        String quoted = "------------------ 原始邮件 ------------------\n发件人: \"测试庚\" <Other@example.org>;\n"
                + "发送时间: 2026年10月1日(星期四) 上午10:00\n收件人: \"x\" <x@example.org>;\n主题: 打通断头路的建议\n\n濑溪河边有一公里断头路，希望打通，修成健身步道。";
        for (String above : List.of("转发一位居民的建议，请处理。\n\n", "", "王科长好，这是我们社区一位老党员写的关于修路的信，麻烦你们按程序登记办理一下。\n\n")) {
            JsonPath row = uploaded(mail("转发：" + PHRASE, above + quoted));

            assertThat(row.getString("state")).as(above).isEqualTo("REVIEW");
            assertThat(row.getString("reason")).contains("转发的邮件里").doesNotContain("没有留下");
            TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then()
                    .body("suggestions", hasSize(1)).body("suggestions[0].fields.title.value", equalTo("打通断头路的建议"))
                    .body("suggestions[0].fields.content.value", equalTo("濑溪河边有一公里断头路，希望打通，修成健身步道。"))
                    .body("suggestions[0].fields.name.value", equalTo("测试庚"))
                    .body("suggestions[0].fields.email.value", equalTo("other@example.org"))
                    .body("suggestions[0].fields.email.confidence", equalTo(0.7f))
                    .body("text", containsString("Other@example.org"));
        }
    }

    @Test
    void takesNobodyForTheAuthorOfAMailThatWasPassedOnWithoutItsSender() {
        JsonPath row = uploaded(
                mail("Fw: " + PHRASE, "请登记，谢谢！\n\n-------- 转发邮件信息 --------\n主题: 修路\n\n濑溪河边有一公里断头路，希望打通，修成健身步道。"));
        assertThat(row.getString("state")).isEqualTo("REVIEW");
        assertThat(row.getString("reason")).contains("向转发人询问");
        String id = row.getString("id");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + id).then().body("suggestions[0].fields.name", nullValue())
                .body("suggestions[0].fields.email", nullValue());
        TRIAGE.call().post("/staff/mailbox/" + id + "/review").then().body(containsString("留空时不会用发件地址"));
        String number = TRIAGE
                .call(Map.of("title", "打通濑溪河断头路", "category", "TRANSPORT", "content", "濑溪河边有一公里断头路，希望打通。", "proposer",
                        Map.of("name", "测试庚", "phone", "13800001999")))
                .post("/api/v1/mailbox/messages/" + id + "/case").then().statusCode(200).extract().path("cases[0]");
        assertThat(QuarkusTransaction.requiringNew().call(() -> authors.contact(proposals.byNumber(number).author())))
                .isEqualTo(new Contact("测试庚", "13800001999", null, null));
    }

    @Test
    void takesTheOfficeForNobodysAuthor() {
        JsonPath row = uploaded(mail("回复：" + PHRASE + "\r\nTo: <office@example.cn>",
                "好的，谢谢！\n\n发件人: 民生办 <Office@example.cn>\n发送时间: 2026\n主题: 征集\n\n您好，请把建议填在征集表里发给我们。"));
        assertThat(row.getString("state")).isEqualTo("REVIEW");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then()
                .body("suggestions[0].fields.email", nullValue()).body("suggestions[0].fields.name", nullValue());
    }

    @Test
    void leavesALongTextAboveAMailThatIsPassedOnToAPerson() {
        String own = "濑溪河边有一公里断头路，居民散步只能绕行国道，车多路窄，去年已经发生两起事故，希望区里把这一公里打通，修成健身步道，并装上路灯。".repeat(2);
        JsonPath row = uploaded(mail("转发：" + PHRASE,
                own + "\n\n------------------ 原始邮件 ------------------\n发件人: \"测试庚\" <other@example.org>;\n主题: 通知\n\n关于征集建议的通知，请各位居民踊跃参加。"));
        assertThat(row.getString("state")).isEqualTo("REVIEW");
        assertThat(row.getString("reason")).contains("发件人自己的");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then()
                .body("suggestions[0].fields.email.value", equalTo(address));
    }

    @Test
    void saysThatAFileIsEmptyOrOnlyALink() {
        assertThat(reasonOfReview(mail(PHRASE, "见附件，谢谢", new Enclosed("征集表.docx", new byte[0])))).contains("征集表.docx”是空的");
        assertThat(reasonOfReview(mail(PHRASE, "这是我填好的征集表，发给你们。", new Enclosed("表.docx", "PK\u0003\u0004".getBytes(UTF_8)))))
                .contains("没有能自动识别的文字");
        assertThat(reasonOfReview(mail(PHRASE + "：加装电梯",
                "我们小区六层没有电梯，老人上下楼很困难，请解决。\n\n从QQ邮箱发来的超大附件\n征集表.docx (62.1M, 2026年12月1日 到期)\n进入下载页面：http://mail.qq.com/cgi-bin/ftnExs_download?k=1")))
                .contains("超大附件").contains("过期");
    }

    @Test
    void leavesAPhotoThatNoBrowserShowsToAPerson() {
        byte[] heic = "\0\0\0\u0018ftypheic".getBytes(UTF_8);
        assertThat(reasonOfReview(mail(PHRASE, "", new Enclosed("IMG_0001.HEIC", heic)))).contains("请查看附件");
        JsonPath said = uploaded(mail(PHRASE, "街边的路灯坏了三个月，照片见附件。", new Enclosed("IMG_0001.HEIC", heic)));
        assertThat(said.getString("state")).isEqualTo("CASE");
        TRIAGE.call().get("/staff/cases/" + said.getString("cases[0]")).then()
                .body(containsString("来信的 1 个附件的类型、大小或数量不符合要求，保留在邮件原件中。"));
    }

    @Test
    void readsTheOtherFormsOfAZipAndSaysWhatItCouldNotRead() throws Exception {
        byte[] form = Files.readAllBytes(Path.of("src/test/resources/forms/classic-four-columns.docx"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (Map.Entry<String, byte[]> each : Map.of("甲.docx", form, "乙.docx", locked(form), "丙.docx",
                    Arrays.copyOf(form, form.length / 2)).entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        JsonPath row = uploaded(mail(PHRASE, "见附件", new Enclosed("三份.zip", bytes.toByteArray())));
        assertThat(row.getString("state")).isEqualTo("REVIEW");
        assertThat(row.getString("reason")).contains("“乙.docx”设有密码", "“丙.docx”已损坏");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then().body("suggestions", hasSize(1))
                .body("suggestions[0].fields.title.value", equalTo("给棠香街道老旧小区加装电梯"));
        assertThat(reasonOfReview(mail(PHRASE, "见附件", new Enclosed("锁.docx", locked(form))))).contains("“锁.docx”设有密码");
    }

    private static byte[] locked(byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (OutputStream inside = encryptor.getDataStream(files)) {
                inside.write(content);
            }
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void leavesWhatTheTextSuggestsBesidesTheFormsToAPerson() throws IOException {
        Enclosed form = new Enclosed("表.docx",
                Files.readAllBytes(Path.of("src/test/resources/forms/classic-four-columns.docx")));
        Enclosed two = new Enclosed("两份.docx", Files.readAllBytes(Path.of("src/test/resources/forms/two-forms.docx")));
        String others = "表在附件里，另外还想说两条建议。\n建议一：在濑溪河边修一条健身步道，早晚散步的人很多。\n建议二：把区图书馆开到晚上八点，学生放学后能去看书。";
        JsonPath row = uploaded(mail(PHRASE, others, form, two));
        assertThat(row.getString("state")).isEqualTo("REVIEW");
        assertThat(row.getString("reason")).contains("正文里可能还有 2 条建议");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then().body("suggestions", hasSize(5))
                .body("suggestions[4].source", equalTo("BODY"))
                .body("suggestions[4].fields.content.value", containsString("晚上八点"));
        assertThat(reasonOfReview(mail(PHRASE,
                "领导您好，表在附件里。" + "我们院坝后面的水沟多年没有清理，一下雨就漫到路上，老人孩子出门都要踩水，夏天蚊子也多，大家商量过几次，都希望区里能派人来疏通一次，再修一段盖板，这件事表里没有写。".repeat(3),
                form)))
                .contains("正文还写了较多内容");

        String same = "我的建议如下：我们小区是九十年代的六层楼，没有电梯。老人上下楼很困难，请帮助加装电梯。群众反映强烈，多年没有解决。";
        assertThat(uploaded(mail(PHRASE, same.repeat(4) + "表格见附件。", form)).getString("state")).isEqualTo("CASE");
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
