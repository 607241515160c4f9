package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.correspondence.SendOutbox;
import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(MailServer.class)
class FormsInMailTest {

    private static final String PHRASE = "大足区2025年重点民生实事建议征集";
    private static final StaffUser TRIAGE = new StaffUser("triage");
    /** Of so many mails one is looked at from all sides. */
    private static final int SOME = 4;
    private static final Path FORMS = Path.of("src/test/resources/forms");

    @Inject
    SendOutbox sender;
    @Inject
    Proposals proposals;
    @Inject
    Attachments attachments;
    @Inject
    WorkItems items;

    GreenMail server;

    private final String address = "f" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

    @Test
    void makesACaseOfTheFormInTheAttachment() throws Exception {
        JsonPath row = uploaded(mail(PHRASE, "见附件，请查收。", file("classic-four-columns.docx", "征集表.docx")));

        assertThat(row.getString("state")).as(row.getString("reason")).isEqualTo("CASE");
        String number = row.getString("cases[0]");
        Proposal proposal = proposal(number);
        assertThat(proposal).extracting(Proposal::title, Proposal::category, Proposal::reason).containsExactly("给棠香街道老旧小区加装电梯",
                "HOUSING", "群众反映强烈，多年没有解决。");
        assertThat(proposal.content()).startsWith("我们小区是九十年代的六层楼，没有电梯。");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then().statusCode(200)
                .body("suggestions", hasSize(1)).body("suggestions[0].source", equalTo("征集表.docx"))
                .body("suggestions[0].caseNumber", equalTo(number))
                .body("suggestions[0].fields.title.value", equalTo("给棠香街道老旧小区加装电梯"))
                .body("suggestions[0].fields.title.confidence", greaterThan(0.9f))
                .body("suggestions[0].fields.name.value", equalTo("测试甲"))
                .body("suggestions[0].fields.phone.value", equalTo("13800001000"));
        String task = TRIAGE.task("TRIAGE", number);
        TRIAGE.call().get("/staff/tasks/triage/" + task).then().statusCode(200).body(containsString("程序识读"))
                .body(containsString("附件“征集表.docx”")).body(containsString("把握 95%")).body(not(containsString("13800001000")));
        TRIAGE.call().get("/staff/mailbox/" + row.getString("id")).then().statusCode(200).body(containsString("识读结果"))
                .body(containsString("城乡住房"));
    }

    @Test
    void makesACaseOfEachFormAndTellsAllNumbersInOneMail() throws Exception {
        JsonPath row = uploaded(mail(PHRASE, "三份建议，见附件。", file("two-columns.wps", "表.wps"),
                file("several-forms.zip", "两份.zip"), new Enclosed("现场.png", png())));

        assertThat(row.getString("state")).as(row.getString("reason")).isEqualTo("CASE");
        List<String> numbers = row.getList("cases");
        assertThat(numbers).hasSize(3).doesNotHaveDuplicates();
        assertThat(numbers).allSatisfy(each -> assertThat(TRIAGE.tasks("TRIAGE", each)).hasSize(1));
        assertThat(kinds(numbers.get(0))).containsExactlyInAnyOrder(Attachment.Kind.ORIGINAL, Attachment.Kind.ENCLOSURE,
                Attachment.Kind.ENCLOSURE);
        assertThat(kinds(numbers.get(1))).containsExactlyInAnyOrder(Attachment.Kind.ORIGINAL, Attachment.Kind.ENCLOSURE);

        sender.send();
        List<MimeMessage> postbag = MailServer.postbag(server, address);
        assertThat(postbag).hasSize(1);
        assertThat(postbag.get(0).getContent().toString()).contains(numbers).contains("3 条建议");
    }

    @Test
    void makesOneCaseOfAFormThatCameTwiceAndOneForEachPersonWhoSaysTheSame() throws Exception {
        JsonPath twice = uploaded(mail(PHRASE, "Word 和 PDF 各一份，见附件。", file("classic-four-columns.docx", "征集表.docx"),
                file("classic-four-columns.docx", "征集表(1).docx")));
        assertThat(twice.getList("cases")).as(twice.getString("reason")).hasSize(1);
        assertThat(kinds(twice.getString("cases[0]"))).containsExactlyInAnyOrder(Attachment.Kind.ORIGINAL,
                Attachment.Kind.ENCLOSURE, Attachment.Kind.ENCLOSURE);

        JsonPath two = uploaded(mail(PHRASE, "两位居民的表，见附件。", table("测试丑"), table("测试寅")));
        assertThat(two.getList("cases")).as(two.getString("reason")).hasSize(2);
    }

    private static Enclosed table(String name) {
        return new Enclosed(name + ".doc", ("<html><meta charset=utf-8><table><tr><td>建议人</td><td>" + name
                + "</td></tr><tr><td>建议事项名称</td><td>给乡村小学配备直饮水设备</td></tr><tr><td>建议内容</td><td>村小学生喝的是井水，建议统一安装直饮水设备。</td></tr></table>")
                .getBytes(UTF_8));
    }

    @Test
    void makesACaseOfEachSuggestionThatCallsItselfOne() {
        JsonPath row = uploaded(mail(PHRASE, """
                您好，我有两条建议。
                建议一：给老旧小区加装电梯
                我们小区六层没有电梯，老人上下楼很困难。
                建议二：增加201路公交班次
                早高峰要等半个小时，希望十分钟一班。
                建议人：测试甲  联系电话：13800001234"""));

        assertThat(row.getString("state")).as(row.getString("reason")).isEqualTo("CASE");
        List<String> numbers = row.getList("cases");
        assertThat(numbers.stream().map(each -> proposal(each).title())).containsExactly("给老旧小区加装电梯", "增加201路公交班次");
        assertThat(proposal(numbers.get(1)).content()).contains("十分钟一班").doesNotContain("13800001234");
    }

    @Test
    void leavesADoubtfulSplitToAPersonWithAllPartsReady() {
        JsonPath row = uploaded(mail(PHRASE, """
                1. 给老旧小区加装电梯，我们小区六层没有电梯，老人上下楼很困难。
                2. 增加201路公交班次，早高峰要等半个小时，希望十分钟一班。"""));

        assertThat(row.getString("state")).isEqualTo("REVIEW");
        assertThat(row.getString("reason")).contains("2 条建议");
        String id = row.getString("id");
        TRIAGE.call().get("/api/v1/mailbox/messages/" + id).then().body("suggestions", hasSize(2));
        String task = reviewTask(id);
        TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        TRIAGE.call().get("/staff/tasks/review/" + task).then().statusCode(200).body(containsString("第 2 条"))
                .body(containsString("name=\"part2-title\"")).body(containsString("识读自邮件正文"));

        Map<String, Object> part = new HashMap<>(
                Map.of("title", "增", "category", "TRANSPORT", "content", "早高峰要等半个小时，希望十分钟一班。"));
        Map<String, Object> body = new HashMap<>(
                Map.of("outcome", "CASE", "title", "给老旧小区加装电梯", "category", "HOUSING", "content",
                        "我们小区六层没有电梯，老人上下楼很困难。", "further", List.of(part)));
        TRIAGE.complete(task, body).statusCode(400).body("violations[0].field", equalTo("further[0].title"));
        part.put("title", "增加201路公交班次");
        TRIAGE.complete(task, body).statusCode(200);

        TRIAGE.call().get("/api/v1/mailbox/messages/" + id).then().body("state", equalTo("CASE")).body("cases", hasSize(2))
                .body("suggestions[1].caseNumber", not(nullValue()));
    }

    @Test
    void registersTheTickedPartsFromTheReviewPage() {
        JsonPath row = uploaded(mail(PHRASE, """
                1. 给老旧小区加装电梯，我们小区六层没有电梯，老人上下楼很困难。
                2. 增加201路公交班次，早高峰要等半个小时，希望十分钟一班。
                3. 在濑溪河边修健身步道，晚上散步没有路灯，很不安全。"""));
        String task = reviewTask(row.getString("id"));
        TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);

        typing(TRIAGE).redirects().follow(false).formParam("outcome", "CASE").formParam("title", "给老旧小区加装电梯")
                .formParam("category", "HOUSING").formParam("content", "我们小区六层没有电梯，老人上下楼很困难。")
                .formParam("part3-wanted", "true").formParam("part3-title", "在濑溪河边修健身步道").formParam("part3-category", "FITNESS")
                .formParam("part3-content", "晚上散步没有路灯，很不安全，希望尽快。").post("/staff/tasks/review/" + task).then().statusCode(303);

        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.getString("id")).then().body("cases", hasSize(2))
                .body("suggestions[1].caseNumber", nullValue()).body("suggestions[2].caseNumber", not(nullValue()));
    }

    @Test
    void showsCasesThatWantTheSameToWhoeverDecides() {
        String known = Submission.web().titled("把海棠渡口的吊桥修好，电话13800005678").saying("海棠渡口的吊桥断了两年，学生上学要绕十里路。").caseNumber();
        JsonPath row = uploaded(mail(PHRASE, """
                1. 海棠渡口的吊桥断了没人修，学生上学要绕路。
                2. 在玉龙镇装充电桩，方便电动车。"""));
        String id = row.getString("id");

        TRIAGE.call().get("/api/v1/mailbox/messages/" + id + "/similar").then().statusCode(200)
                .body("items[0].caseNumber", equalTo(known)).body("items[0].title", not(containsString("13800005678")))
                .body("items[0].reasons", hasItem(containsString("都提到")));
        TRIAGE.call().get("/api/v1/mailbox/messages/" + id + "/similar?part=2").then().statusCode(200)
                .body("items.caseNumber", not(hasItem(known)));
        TRIAGE.call().get("/api/v1/mailbox/messages/" + id + "/similar?part=3").then().statusCode(404);
        TRIAGE.call().get("/api/v1/mailbox/messages/" + id + "/similar?part=abc").then().statusCode(400);
        TRIAGE.call().get("/api/v1/mailbox/messages/no-such/similar").then().statusCode(404);
        new StaffUser("chief").call().get("/api/v1/mailbox/messages/" + id + "/similar").then().statusCode(403);

        String page = "/staff/tasks/review/" + reviewTask(id);
        TRIAGE.call().get(page).then().statusCode(200).body(containsString("name=\"similar\" value=\"2\""))
                .body(not(containsString(known)));
        typing(TRIAGE).formParam("title", "海棠渡口吊桥").formParam("content", "海棠渡口的吊桥断了").post(page + "/similar").then()
                .statusCode(200).body(containsString("/staff/cases/" + known)).body(not(containsString("13800005678")));
        typing(TRIAGE).post(page + "/similar?part=2").then().statusCode(200).body(containsString("没有找到类似建议"));
        typing(new StaffUser("chief")).post(page + "/similar").then().statusCode(403);

        // without a script: the same by buttons, and what was typed stays
        Map<String, String> typed = Map.of("outcome", "CASE", "title", "自己写的", "part2-title", "海棠渡口吊桥", "part2-content",
                "海棠渡口的吊桥断了");
        typing(TRIAGE).formParams(typed).formParam("similar", "2").post(page).then().statusCode(200)
                .body(containsString("相似建议：第 2 条")).body(containsString(known)).body(containsString("自己写的"));
        typing(TRIAGE).formParams(typed).formParam("into", known).post(page).then().statusCode(200)
                .body(containsString("value=\"" + known + "\"")).body(containsString("自己写的"));
        TRIAGE.call().get("/api/v1/mailbox/messages/" + id).then().body("state", equalTo("REVIEW"));
    }

    @Test
    void readsAFormThatWasPastedAsATable() {
        String html = "<p>您好</p><table><tr><td>建议事项名称</td><td colspan=3>给乡村小学配备直饮水设备</td></tr><tr><td>事项类别</td><td>教育事业</td>"
                + "<td>联系电话</td><td>13800004321</td></tr><tr><td>建议内容</td><td colspan=3>村小学生喝的是井水，建议统一安装直饮水设备。</td></tr>"
                + "<tr><td>建议人</td><td colspan=3>测试丁</td></tr></table>";
        JsonPath row = uploaded(("From: <" + address + ">\r\nSubject: =?utf-8?B?" + base64(PHRASE.getBytes(UTF_8))
                + "?=\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html).getBytes(UTF_8));

        assertThat(row.getString("state")).as(row.getString("reason")).isEqualTo("CASE");
        assertThat(proposal(row.getString("cases[0]"))).extracting(Proposal::title, Proposal::category)
                .containsExactly("给乡村小学配备直饮水设备", "EDUCATION");
    }

    @Test
    void leavesWhatCannotBeOpenedToAPersonAndGoesOn() throws Exception {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 3000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".docx"));
            }
        }
        JsonPath bomb = uploaded(mail(PHRASE + "：给老旧小区加装电梯", "我们小区六层没有电梯，老人上下楼很困难。",
                new Enclosed("很多.zip", many.toByteArray())));
        JsonPath locked = uploaded(mail(PHRASE, "我们小区六层没有电梯，老人上下楼很困难。",
                new Enclosed("锁.pdf", "%PDF-1.4\ntrailer\n<</Encrypt 5 0 R>>".getBytes(UTF_8))));
        JsonPath broken = uploaded(mail(PHRASE + "：给老旧小区加装电梯", "我们小区六层没有电梯，老人上下楼很困难，请解决。",
                new Enclosed("坏.docx", "PK\u0003\u0004 no zip".getBytes(UTF_8))));

        assertThat(bomb.getString("state")).isEqualTo("REVIEW");
        assertThat(bomb.getString("reason")).contains("很多.zip");
        assertThat(locked.getString("state")).isEqualTo("REVIEW");
        assertThat(locked.getString("reason")).contains("密码");
        assertThat(broken.getString("state")).as(broken.getString("reason")).isEqualTo("CASE");
    }

    @Test
    void storesWhatIsBeyondTheLimitsAndGoesOn() {
        StringBuilder deep = new StringBuilder("From: <" + address + ">\r\nSubject: deep\r\n");
        for (int i = 0; i < 1000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
        }
        String wide = "From: <" + address + ">\r\nSubject: wide\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\n\r\n".repeat(300_000) + "--b--\r\n";

        JsonPath nested = uploaded(deep.append("\r\ntief").toString().getBytes(UTF_8));
        JsonPath parts = uploaded(wide.getBytes(UTF_8));
        JsonPath next = uploaded(mail(PHRASE + "：给老旧小区加装电梯", "我们小区六层没有电梯，老人上下楼很困难，请解决。"));

        assertThat(List.of(nested, parts)).extracting(each -> each.getString("state")).containsOnly("REVIEW");
        assertThat(List.of(nested, parts)).extracting(each -> each.getString("reason"))
                .containsExactly("邮件嵌套超过 30 层。", "邮件超过 1000 个部分。");
        assertThat(next.getString("state")).isEqualTo("CASE");
    }

    @Test
    void showsEveryMailOfTheCorporaSafely() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("src/test/resources/mail-corpora"))) {
            files = all.filter(each -> each.toString().matches(".*\\.(?:msg|eml)")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(130);
        for (Path each : files) {
            JsonPath row = uploaded(Files.readAllBytes(each));
            assertThat(row.getString("state")).as("%s", each).isIn("CASE", "REPLY", "DUPLICATE", "IGNORED", "REVIEW");
            assertThat(row.getString("reason")).as("%s", each).isNotBlank();
            String path = "/staff/mailbox/" + row.getString("id");
            isShownSafely(each, path);
            if (files.indexOf(each) % SOME == 0) {
                if (row.getString("state").equals("REVIEW")) {
                    isShownSafely(each, "/staff/tasks/review/" + reviewTask(row.getString("id")));
                } else if (row.getString("state").equals("CASE")) {
                    isShownSafely(each, "/staff/cases/" + row.getString("cases[0]"));
                }
                isShownSafely(each, path + "/source");
                for (int i = 0; i < row.getList("attachments").size(); i++) {
                    TRIAGE.call().get(path + "/files/" + i + "?inline=true").then().statusCode(200);
                }
            }
        }
        for (int i = 0; i < 4; i++) {
            isShownSafely(null, "/staff/mailbox?page=" + i);
        }
        TRIAGE.call().get("/api/v1/mailbox/messages?size=200").then().statusCode(200);
    }

    /** Nothing of a mail is markup on a page; a picture or a frame comes from our own server only. */
    private static void isShownSafely(Path mail, String path) {
        String page = TRIAGE.call().get(path).then().statusCode(200).extract().asString();
        String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"))
                .replaceAll("<(?:img|iframe) src=\"/staff/mailbox/", "");
        assertThat(main).as("%s of %s", path, mail)
                .doesNotContainIgnoringCase("<script", "<img", "<iframe", "<object", "<style",
                        "<base", "<meta", "javascript:\"")
                .doesNotContainPattern("<[^>]* on[a-z]+=");
    }

    private record Enclosed(String name, byte[] content) {
    }

    private static Enclosed file(String form, String name) throws IOException {
        return new Enclosed(name, Files.readAllBytes(FORMS.resolve(form)));
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), "png",
                out);
        return out.toByteArray();
    }

    private byte[] mail(String subject, String body, Enclosed... files) {
        StringBuilder mail = new StringBuilder(
                "From: <" + address + ">\r\nSubject: =?utf-8?B?" + base64(subject.getBytes(UTF_8))
                        + "?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body.replace("\n", "\r\n") + "\r\n");
        for (Enclosed each : files) {
            mail.append(
                    "--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?")
                    .append(base64(each.name().getBytes(UTF_8))).append("?=\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    .append(Base64.getMimeEncoder().encodeToString(each.content())).append("\r\n");
        }
        return mail.append("--b--\r\n").toString().getBytes(UTF_8);
    }

    /** Sends a form of a page. */
    private static RequestSpecification typing(StaffUser person) {
        return person.call().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("Sec-Fetch-Site", "same-origin");
    }

    private static JsonPath uploaded(byte[] raw) {
        return TRIAGE.call().contentType("message/rfc822").body(raw).post("/api/v1/mailbox/messages").then().statusCode(201)
                .extract().jsonPath();
    }

    private Proposal proposal(String number) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(number));
    }

    private List<Attachment.Kind> kinds(String number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> attachments.of(proposals.byNumber(number)).stream().map(Attachment::kind).toList());
    }

    private String reviewTask(String messageId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> items
                        .find("subjectType = ?1 and subjectId = ?2 and endedAt is null", SubjectType.MESSAGE, messageId)
                        .firstResult().id());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
