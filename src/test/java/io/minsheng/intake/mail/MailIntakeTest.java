package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Category;
import io.minsheng.campaign.Deadlines;
import io.minsheng.campaign.OpenCampaign;
import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.TinyPicture;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is special about mails that come in; the database makes no difference to it. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class MailIntakeTest extends MailIntake {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Inject
    OpenCampaign openCampaign;

    @Test
    void takesTheCampaignWhoseWordsFitMostExactly() throws Exception {
        QuarkusTransaction.requiringNew().run(() -> {
            Campaign vague = new Campaign("V" + UUID.randomUUID().toString().substring(0, 4).toUpperCase(), "另一个征集", 2025,
                    Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(2)),
                    new Campaign.Contact("民生实事建议征集", "地址", "other@example.cn", "023-0000 0000"), Deadlines.DEFAULT);
            vague.classifyBy(List.of(new Category("OTHER", "其他", null, "其他")), List.of());
            openCampaign.open(vague, Actor.SYSTEM);
        });

        InboxMessage row = arrived(mail(PHRASE + "：给老旧小区加装电梯", BODY, "Message-ID: <" + UUID.randomUUID() + "@example.org>"));

        assertThat(proposal(row.caseNumber()).campaign()).isEqualTo("DZ2025");
        assertThat(proposal(row.caseNumber()).title()).isEqualTo("给老旧小区加装电梯");
    }

    @Test
    void readsSubjectsThatWereCutInsideACharacterAndRawGbk() throws Exception {
        byte[] subject = (PHRASE + "，修一条步道").getBytes(UTF_8);
        int cut = 31;
        InboxMessage split = arrived(raw("=?utf-8?B?" + base64(Arrays.copyOf(subject, cut)) + "?=\r\n =?utf-8?B?"
                + base64(Arrays.copyOfRange(subject, cut, subject.length)) + "?=", BODY.getBytes(UTF_8), "utf-8"));
        assertThat(split.state()).isEqualTo(InboxState.CASE);
        assertThat(proposal(split.caseNumber()).title()).isEqualTo("修一条步道");

        InboxMessage gbk = arrived(raw(new String((PHRASE + "，修一座公厕").getBytes(GB18030), ISO_8859_1),
                "镇上没有公厕，赶集的人很不方便。".getBytes(GB18030), "gb2312"));
        assertThat(gbk.state()).as(gbk.reason()).isEqualTo(InboxState.CASE);
        assertThat(proposal(gbk.caseNumber())).extracting(Proposal::title, Proposal::content)
                .containsExactly("修一座公厕", "镇上没有公厕，赶集的人很不方便。");
    }

    @Test
    void joinsAllowedAttachmentsAndKeepsTheOthersInTheOriginal() throws Exception {
        InboxMessage row = arrived(("From: <" + address + ">\r\nSubject: =?utf-8?B?" + base64(PHRASE.getBytes(UTF_8))
                + "?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>路灯坏了三个月，</p><script>alert(1)</script><p>请尽快修好路灯。</p>\r\n--b\r\n"
                + "Content-Type: image/png; name*=utf-8''%E7%85%A7%E7%89%87.png\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment\r\n\r\n" + TinyPicture.PNG
                + "\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Disposition: attachment; filename=a.zip\r\n\r\nPK\r\n--b--\r\n")
                .getBytes(UTF_8));

        assertThat(row.state()).isEqualTo(InboxState.CASE);
        assertThat(row.reason()).contains("1 个附件");
        Proposal proposal = proposal(row.caseNumber());
        assertThat(proposal.content()).contains("路灯坏了三个月").doesNotContain("alert", "<p>");
        assertThat(kinds(proposal)).containsExactlyInAnyOrder(Attachment.Kind.ORIGINAL, Attachment.Kind.ENCLOSURE);
        assertThat(QuarkusTransaction.requiringNew().call(() -> attachments.of(proposal).stream()
                .map(each -> each.file().name()).toList())).contains("照片.png");
    }

    @Test
    void leavesTooLittleOrSeveralSendersToAPerson() throws Exception {
        assertThat(arrived(mail(PHRASE, "你好")).state()).isEqualTo(InboxState.REVIEW);
        assertThat(arrived(new String(mail(PHRASE, BODY + "丙"), UTF_8)
                .replaceFirst("<" + address + ">", "<" + address + ">, <b@example.org>").getBytes(UTF_8)).state())
                .isEqualTo(InboxState.REVIEW);
        String deep = "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n".repeat(40);
        assertThat(
                arrived(("From: <" + address + ">\r\nSubject: deep\r\nMIME-Version: 1.0\r\n" + deep).getBytes(UTF_8)).state())
                .isEqualTo(InboxState.REVIEW);
    }

    @Test
    void readsASubjectOfThousandsOfPrefixes() throws Exception {
        assertThat(arrived(mail("Re: ".repeat(8_000) + "自动回复：我在休假", BODY)).state()).isEqualTo(InboxState.IGNORED);
    }

    @Test
    void makesARowOfEveryBrokenMail() throws Exception {
        long before = count();
        List<Path> corpus = corpus();
        for (Path each : corpus) {
            deliver(Files.readAllBytes(each));
        }
        deliver(mail(PHRASE + "：最后一封", BODY));
        poll.poll();

        assertThat(count() - before).isEqualTo(corpus.size() + 1);
        assertThat(QuarkusTransaction.requiringNew().call(() -> messages.count("state in ?1",
                List.of(InboxState.NEW, InboxState.FAILED)))).isZero();
        InboxMessage last = last();
        assertThat(last.state()).isEqualTo(InboxState.CASE);
        assertThat(proposal(last.caseNumber()).title()).isEqualTo("最后一封");
    }

    private static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/mail-corpora"))) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> !each.getFileName().toString().startsWith("LICENSE")
                            && !each.getFileName().toString().equals("README.md"))
                    .sorted().toList();
        }
    }

    private byte[] raw(String subject, byte[] body, String charset) {
        return ("From: <" + address + ">\r\nSubject: " + subject + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset="
                + charset + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + new String(body, ISO_8859_1) + "\r\n")
                .getBytes(ISO_8859_1);
    }
}
