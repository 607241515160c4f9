package io.minsheng.intake.mail.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class MailReaderTest {

    private static final String HEAD = "From: <a@example.cn>\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

    private final MailReader reader = new MailReader();

    @Test
    void flagsAHeaderWhoseCharsetNobodyKnows() {
        ReadMail mail = read("Subject: =?x-nobody?B?5L+u6Lev?=\r\n\r\n正文");
        assertThat(mail.subject()).isEqualTo("修路");
        assertThat(mail.flags()).contains("主题或发件人的文字编码不明，按内容推断。");
        assertThat(read("Subject: =?gbk?B?0N7Ctw==?=\r\n\r\ntext").flags()).isEmpty();
    }

    @Test
    void reportsAThousandNestedLevels() {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < 1000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
        }
        assertThat(read(mail.append("Content-Type: text/plain\r\n\r\ntief").toString()).breach()).contains("30 层");
    }

    @Test
    void reportsThreeHundredThousandPartsWithoutMakingThem() {
        String mail = HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n\r\n".repeat(300_000)
                + "--b--\r\n";
        byte[] bytes = mail.getBytes(ISO_8859_1);
        long start = System.nanoTime();

        assertThat(reader.read(bytes).breach()).contains("1000 个部分");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void copiesNoLargeMailAtEachLevel() {
        StringBuilder mail = new StringBuilder(HEAD);
        for (int i = 0; i < 29; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
        }
        mail.append("Content-Type: application/octet-stream; name=a.bin\r\n\r\n").append("x".repeat(20 << 20));
        byte[] bytes = mail.toString().getBytes(ISO_8859_1);
        System.gc();
        ReadMail read = reader.read(bytes);

        assertThat(read.breach()).isNull();
        assertThat(read.enclosures()).hasSize(1);
    }

    @Test
    void reportsEndlessHeadsAndKeepsWhatTheySay() {
        assertThat(read("Subject: x\r\nX-Long: " + "a".repeat(200_000) + "\r\n\r\nt").breach()).contains("邮件头过长");
        assertThat(read("Subject: x\r\n" + "X-Many: a\r\n".repeat(300_000) + "\r\nt").breach()).contains("邮件头过长");
        ReadMail large = reader.tooLarge("abc", (HEAD + "\r\nbody").getBytes(ISO_8859_1));
        assertThat(large.breach()).contains("50 MB");
        assertThat(large.subject()).isEqualTo("x");
        assertThat(large.sender()).isPresent();
    }

    @Test
    void readsAnyNumberOfSendersAndAnyDate() {
        assertThat(read("Subject: x\r\nDate: yesterday\r\n\r\nt").senders()).isEmpty();
        assertThat(
                read("From: <a@example.cn>\r\nFrom: <b@example.cn>\r\nDate: Mon, 1 Jan 2099 00:00:00 +0800\r\n\r\nt").senders())
                .extracting(ReadMail.Sender::email).containsExactly("a@example.cn", "b@example.cn");
        assertThat(read("From: a@example.cn, \"B\" <b@example.cn>\r\n\r\nt").senders()).isNotEmpty();
        assertThat(read("From: =?gbk?B?" + base64("测试甲".getBytes(Charset.forName("GBK"))) + "?= <a@example.cn>\r\n\r\nt")
                .sender()).contains(new ReadMail.Sender("测试甲", "a@example.cn"));
    }

    @Test
    void removesNulAndLoneSurrogates() {
        ReadMail mail = read(HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\na\u0000b&#xD800;c<br>d");

        assertThat(mail.text()).doesNotContain("\u0000").contains("\nd").doesNotContain("\n\n");
        assertThat(UTF_8.newEncoder().canEncode(mail.text())).isTrue();
    }

    @Test
    void makesTextOfHtmlAndLetsNothingLoadOrRun() {
        ReadMail mail = read(HEAD + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                + "<style>p{background:url(http://x.example.cn)}</style><p onclick=alert(1)>加装<b>电梯</b></p><script>alert(1)</script>"
                + "<img src=http://x.example.cn/a.png><a href=javascript:alert(1)>点我</a><table><tr><td colspan=2>表</td></tr></table>");

        assertThat(mail.text()).contains("加装电梯").contains("表").doesNotContain("alert").doesNotContain("background");
        assertThat(mail.safeHtml("/files/")).contains("<p>加装<b>电梯</b></p>").contains("colspan=\"2\"").doesNotContain("alert")
                .doesNotContain("example.cn").doesNotContain("<a").doesNotContain("<img").doesNotContain("style");
    }

    @Test
    void takesWhatAProgramWritesBelowEveryMailForNobodysWords() {
        String head = "From: =?utf-8?B?6Ziz5YWJ?= <Sun@qq.example>\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
        for (String below : List.of("\n\n\n阳光\nsun@qq.example\n\n\n&nbsp;", "\nsun@qq.example", "\n 阳光  sun@qq.example ",
                "\n\n阳光\nsun@qq.example\n\n&nbsp;\n\n------------------ 原始邮件 ------------------\n发件人: x")) {
            ReadMail mail = read(head + "请修路。" + below);
            assertThat(mail.written(mail.text())).as(below).isEqualTo("请修路。");
        }
        for (String said : List.of("请回信到 sun@qq.example", "阳光\n请修路。", "阳光小区请修路，sun@qq.example")) {
            assertThat(read(head + said).written(said)).isEqualTo(said);
        }
        assertThat(read(head + "阳光\nsun@qq.example").written("阳光\nsun@qq.example")).isEmpty();
    }

    @Test
    void joinsLinesThatWereBrokenForTheWay() {
        String type = "Content-Type: text/plain; charset=utf-8; format=flowed";
        assertThat(read(
                HEAD + type + "; delsp=yes\r\n\r\n\r\n您好： \r\n我们小区六层没有 \r\n电梯。\r\n请加装。\r\n> 几单 \r\n> 元？\r\n>> 先前\r\n-- \r\n测试甲")
                .text())
                .isEqualTo("您好：我们小区六层没有电梯。\n请加装。\n> 几单元？\n>> 先前\n-- \n测试甲");
        assertThat(read(HEAD + type + "\r\n\r\n" + "a \r\n".repeat(3_000_000)).text()).hasSizeLessThan(2_000_000);
        assertThat(read(HEAD + type + "\r\n\r\nplease add \r\na lift \r\n-- \r\nA").text())
                .isEqualTo("please add a lift \n-- \nA");
        assertThat(read(HEAD + "Content-Type: text/plain; charset=utf-8\r\n\r\n没有 \r\n电梯").text()).isEqualTo("没有 \n电梯");
    }

    @Test
    void showsInlinePicturesInTheirPlacesAndNoneFromElsewhere() {
        ReadMail mail = read(HEAD
                + "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<p>如图<img src='CID:Photo%401' onerror=alert(1)>谢谢</p><img src=cid:none><img src=cid:page><img src=http://x.example.cn/a.png>"
                + "<img src='/staff/mailbox/x'>\r\n--b\r\nContent-Type: text/html\r\nContent-ID: <page>\r\nContent-Disposition: attachment\r\n\r\n<p>\r\n"
                + "--b\r\nContent-Type: text/plain\r\nContent-ID: <photo@1>\r\nContent-Disposition: inline; filename=p.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n");

        assertThat(mail.safeHtml("/files/")).isEqualTo(
                "<p>如图<img src=\"/files/1?inline=true\" alt=\"来信中的图片\" loading=\"lazy\">谢谢</p>");
    }

    @Test
    void keepsInlinePicturesAndForwardedMails() {
        ReadMail mail = read(HEAD
                + "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img src=cid:1>\r\n"
                + "--b\r\nContent-Type: image/png\r\nContent-ID: <1>\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: <b@example.cn>\r\nSubject: y\r\n\r\n请给小区加装电梯。\r\n--b--\r\n");

        assertThat(mail.enclosures()).extracting(ReadMail.Enclosure::mediaType).containsExactly("image/png", "message/rfc822");
        assertThat(mail.text()).contains("请给小区加装电梯");
    }

    @Test
    void unpacksWinmailDat() throws IOException {
        ByteArrayOutputStream tnef = new ByteArrayOutputStream();
        tnef.writeBytes(new byte[] { 0x78, (byte) 0x9F, 0x3E, 0x22, 1, 0 });
        attribute(tnef, 2, 0x00069002, new byte[14]);
        attribute(tnef, 2, 0x00018010, "form.docx\0".getBytes(ISO_8859_1));
        attribute(tnef, 2, 0x0006800F, "PK content".getBytes(ISO_8859_1));
        ReadMail mail = read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHallo\r\n--b\r\n"
                + "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + base64(tnef.toByteArray()) + "\r\n--b--\r\n");

        assertThat(mail.enclosures()).extracting(ReadMail.Enclosure::name).containsExactly("form.docx");
        assertThat(mail.enclosures().get(0).content()).isEqualTo("PK content".getBytes(ISO_8859_1));
        ReadMail broken = read(HEAD + "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nno tnef");
        assertThat(broken.enclosures()).extracting(ReadMail.Enclosure::name).containsExactly("winmail.dat");
    }

    @Test
    void keepsSignedMailsAsTheyAre() {
        ReadMail mail = read(HEAD + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nMIAGCSqGSIb3\r\n");

        assertThat(mail.enclosures()).extracting(ReadMail.Enclosure::name).containsExactly("smime.p7m");
        assertThat(mail.flags()).anyMatch(each -> each.contains("加密"));
    }

    @Test
    void makesFileNamesSafeShortAndDifferent() {
        String decomposed = Normalizer.normalize("é.docx", Normalizer.Form.NFD);
        ReadMail mail = read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + Stream.of("../../etc/建议.docx", "C:\\\\x\\\\建议.docx", "建议.docx", decomposed, "长".repeat(200) + ".docx",
                        "长".repeat(200) + ".docx")
                        .map(each -> "--b\r\nContent-Disposition: attachment; filename=\"" + utf8(each) + "\"\r\n\r\nx\r\n")
                        .reduce("", String::concat)
                + "--b--\r\n");
        List<String> names = mail.enclosures().stream().map(ReadMail.Enclosure::name).toList();

        assertThat(names).startsWith("建议.docx", "建议(2).docx", "建议(3).docx", "é.docx").doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(each.getBytes(UTF_8).length).isLessThanOrEqualTo(255));
        assertThat(names.get(5)).endsWith("(2).docx");
    }

    @Test
    void takesNoMailForACopyWhoseWordsStandBelowTheHeaderWithoutAnEmptyLine() {
        String head = "From: a@example.org\r\nSubject: x\r\n";
        String lamps = read(head + "请给村口装路灯\r\n").contentDigest();

        assertThat(lamps).isNotEqualTo(read(head + "请给河边修步道\r\n").contentDigest());
        assertThat(lamps).isEqualTo(read("Received: by x\n" + head + "请给村口装路灯\n").contentDigest());
        assertThat(read("hello world").contentDigest()).isNotEqualTo(read("\u0001garbage").contentDigest());
    }

    @Test
    void readsEveryMailOfTheCorpora() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/mail-corpora"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                ReadMail mail = reader.read(Files.readAllBytes(each));
                assertThat(mail.contentDigest()).as("%s", each).hasSize(64);
                assertThat(UTF_8.newEncoder().canEncode(mail.text() + mail.subject() + mail.safeHtml("/files/"))).as("%s", each)
                        .isTrue();
            }
        }
    }

    private ReadMail read(String mail) {
        return reader.read(mail.chars().allMatch(c -> c < 256) ? mail.getBytes(ISO_8859_1) : mail.getBytes(UTF_8));
    }

    private static String utf8(String name) {
        return new String(name.getBytes(UTF_8), ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void attribute(ByteArrayOutputStream out, int level, int id, byte[] data) {
        out.write(level);
        for (int value : new int[] { id, data.length }) {
            for (int shift = 0; shift < 32; shift += 8) {
                out.write(value >> shift);
            }
        }
        out.writeBytes(data);
        int sum = 0;
        for (byte each : data) {
            sum += each & 0xFF;
        }
        out.writeBytes(Arrays.copyOf(new byte[] { (byte) sum, (byte) (sum >> 8) }, 2));
    }
}
