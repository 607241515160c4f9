package io.minsheng.intake.desk.blank;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.fixture.MailServer;
import io.minsheng.intake.mail.PollMailbox;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The program's own empty form, filled in with the programs that people have, comes back field by field. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class BlankFormTest {

    private static final String FIRST = "村口到镇上两公里的路灯坏了一半，晚上学生回家看不见路。";
    private static final String SECOND = "请在今年冬天以前修好，并安排专人维护。";

    @Inject
    PollMailbox poll;
    @Inject
    Proposals proposals;
    @Inject
    Authors authors;

    GreenMail server;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final Map<String, String> answers = new LinkedHashMap<>(Map.of("建议事项名称", "修好村口的路灯" + mark, "建议理由", "群众反映强烈，多年没有解决。",
            "实施地点", "龙水镇测试村", "受益范围", "全村三百二十户", "预期目标", "年底前更换路灯 40 盏", "建议人", "测试丙", "联系电话", "13800004321",
            "电子邮箱", "ceshi-" + UUID.randomUUID().toString().substring(0, 6) + "@example.org", "联系地址", "龙水镇测试村 3 组 8 号", "填报日期",
            "2026年11月26日"));

    @Test
    void offersItToEveryone() {
        given().get("/blank-form").then().statusCode(200).body(containsString("民生实事建议征集表"))
                .body(containsString("建议事项名称")).body(containsString("□交通出行")).body(containsString("/blank-form/docx"));
        given().queryParam("campaign", "XX1999").get("/blank-form").then().statusCode(404);
        given().queryParam("campaign", "XX1999").get("/blank-form/docx").then().statusCode(404);
        assertThat(template().length).isGreaterThan(3_000);
    }

    @Test
    void isNoSuggestionWhileItIsEmpty() throws Exception {
        long before = count();
        mailed(template());
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void comesBackFromAWordProcessorThatSplitsRunsAndHasContentControls() throws Exception {
        byte[] filled = filled((cell, answer) -> {
            XWPFParagraph paragraph = cell.getParagraphArray(0);
            int half = answer.length() / 2;
            paragraph.createRun().setText(answer.substring(0, half));
            paragraph.createRun().setText(answer.substring(half));
        }, cell -> {
            cell.getParagraphArray(0).createRun().setText(FIRST);
            cell.addParagraph().createRun().setText(SECOND);
        }, "☒交通出行");
        mailed(rewritten(filled, xml -> inControl(inControl(xml, "测试"), "13800")));

        assertThat(content()).isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void comesBackFromAWordProcessorThatWritesOneRunAndTicksByHand() throws Exception {
        byte[] filled = filled((cell, answer) -> {
            XWPFRun run = cell.getParagraphArray(0).createRun();
            run.setFontFamily("宋体");
            run.setText("  " + answer + " ");
        }, cell -> {
            XWPFRun run = cell.getParagraphArray(0).createRun();
            run.setText(FIRST);
            run.addBreak(BreakType.TEXT_WRAPPING);
            run.setText(SECOND);
        }, "√交通出行");
        mailed(rewritten(filled,
                xml -> xml.replace("<w:t", "<w:lastRenderedPageBreak/><w:t").replace("<w:r>",
                        "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"7\" w:name=\"_GoBack\"/>"
                                + "<w:bookmarkEnd w:id=\"7\"/><w:r>")));

        assertThat(content()).isEqualTo(FIRST + "\n" + SECOND);
    }

    /** Checks all other fields of the case that has come of it. */
    private String content() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Proposal proposal = proposals.find("title", answers.get("建议事项名称")).singleResult();
            assertThat(proposal.channel()).isEqualTo(Channel.EMAIL);
            assertThat(proposal.category()).isEqualTo("TRANSPORT");
            assertThat(proposal.reason()).isEqualTo(answers.get("建议理由"));
            assertThat(proposal.place()).isEqualTo(answers.get("实施地点"));
            assertThat(proposal.township()).isEqualTo("longshui");
            assertThat(proposal.beneficiaries()).isEqualTo(answers.get("受益范围"));
            assertThat(proposal.target().text()).isEqualTo(answers.get("预期目标"));
            assertThat(authors.contact(proposal.author())).isEqualTo(new Contact(answers.get("建议人"), answers.get("联系电话"),
                    answers.get("电子邮箱"), answers.get("联系地址")));
            return proposal.content();
        });
    }

    private long count() {
        return QuarkusTransaction.requiringNew().call(() -> proposals.count());
    }

    private static byte[] template() {
        return given().get("/blank-form/docx").then().statusCode(200).extract().asByteArray();
    }

    private byte[] filled(BiConsumer<XWPFTableCell, String> write, java.util.function.Consumer<XWPFTableCell> content,
            String tick)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(template()))) {
            for (XWPFTableRow row : document.getTables().get(0).getRows()) {
                String label = row.getCell(0).getText().replace("*", "");
                XWPFTableCell cell = row.getCell(1);
                if (answers.containsKey(label)) {
                    write.accept(cell, answers.get(label));
                } else if (label.equals("建议内容")) {
                    content.accept(cell);
                } else {
                    XWPFRun boxes = cell.getParagraphArray(0).getRuns().get(0);
                    boxes.setText(boxes.text().replace("□交通出行", tick), 0);
                }
            }
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    /** Puts the run that begins with a text into a content control, as word processors do. */
    private static String inControl(String xml, String text) {
        Pattern run = Pattern.compile("<w:r>(?:(?!</w:r>).)*<w:t[^>]*>" + text + "(?:(?!</w:r>).)*</w:r>");
        assertThat(run.matcher(xml).find()).isTrue();
        return run.matcher(xml).replaceFirst(found -> "<w:sdt><w:sdtPr><w:id w:val=\"9\"/><w:text/></w:sdtPr><w:sdtContent>"
                + found.group() + "</w:sdtContent></w:sdt>");
    }

    private static byte[] rewritten(byte[] docx, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                out.write(entry.getName().equals("word/document.xml") ? change.apply(new String(content, UTF_8)).getBytes(UTF_8)
                        : content);
            }
        }
        return bytes.toByteArray();
    }

    /** Mails the document to the office's mailbox and lets the office read it. */
    private void mailed(byte[] docx) throws Exception {
        poll.poll();
        String boundary = "b" + mark;
        String raw = "From: <" + answers.get("电子邮箱") + ">\r\nTo: <" + MailServer.MAILBOX + ">\r\nSubject: =?utf-8?B?"
                + base64("大足区2025年重点民生实事建议征集".getBytes(UTF_8)) + "?=\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n见附件。\r\n--" + boundary
                + "\r\nContent-Type: application/octet-stream; name=\"form.docx\"\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"form.docx\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(docx) + "\r\n--" + boundary + "--\r\n";
        server.getUserManager().getUserByEmail(MailServer.MAILBOX).deliver(
                new MimeMessage(Session.getInstance(new java.util.Properties()),
                        new ByteArrayInputStream(raw.getBytes(UTF_8))));
        poll.poll();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
