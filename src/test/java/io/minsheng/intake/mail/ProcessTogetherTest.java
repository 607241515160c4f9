package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.correspondence.OutboxMails;
import io.minsheng.intake.mail.suggestion.Suggestion;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ProcessTogetherTest {

    private static final String PHRASE = "大足区2025年重点民生实事建议征集";

    @Inject
    StoreMessage store;
    @Inject
    InboxMessages messages;
    @Inject
    ProcessMessage one;
    @Inject
    ProcessTogether together;
    @Inject
    MailSuggestions suggestions;
    @Inject
    Proposals proposals;
    @Inject
    Attachments attachments;
    @Inject
    OutboxMails outbox;
    @Inject
    WorkItems items;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void decidesWhatIsOrdinaryAndLeavesTheRest() {
        List<String> mails = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            mails.add(mail(i, PHRASE + "：第" + i + "条建议", ""));
        }
        mails.add(mails.get(0));
        mails.add(mail(6, PHRASE + "：第六条建议", "Auto-Submitted: auto-replied\r\n"));
        mails.add(mail(7, "没有那句话", ""));
        mails.add(mail(8, PHRASE + "：第八条建议", "").replace(id(8), id(1)));
        mails.add(mail(9, PHRASE + "：第九条建议", "In-Reply-To: <other@example.org>\r\n"));
        List<String> ids = stored(mails);

        assertThat(together.work(ids, () -> true)).containsExactly(ids.get(9));

        List<InboxMessage> rows = rows(ids);
        assertThat(rows).extracting(InboxMessage::state).containsExactly(InboxState.CASE, InboxState.CASE, InboxState.CASE,
                InboxState.CASE, InboxState.CASE, InboxState.DUPLICATE, InboxState.IGNORED, InboxState.REVIEW, InboxState.CASE,
                InboxState.NEW);
        assertThat(rows.get(5).caseNumber()).isEqualTo(rows.get(0).caseNumber());
        assertThat(rows.get(8).reason()).contains("Message-ID 相同");
        assertThat(openItems("REVIEW", ids.get(7))).isEqualTo(1);
        List<InboxMessage> cases = rows.stream().filter(each -> each.state() == InboxState.CASE).toList();
        assertThat(cases).extracting(InboxMessage::caseNumber).doesNotHaveDuplicates();
        cases.forEach(each -> QuarkusTransaction.requiringNew().run(() -> isWhole(each)));
    }

    @Test
    void leavesAllOfThemWhenOneIsRefused() {
        List<String> ids = stored(List.of(mail(0, PHRASE + "：第一条建议", ""),
                mail(1, PHRASE + "：第二条建议", "").replace("From: <", "From: <" + "a".repeat(210)),
                mail(2, PHRASE + "：第三条建议", "")));

        assertThat(together.work(ids, () -> true)).containsExactlyElementsOf(ids);
        assertThat(rows(ids)).extracting(InboxMessage::state).containsOnly(InboxState.NEW);
        assertThat(QuarkusTransaction.requiringNew().call(() -> proposals.count("sourceMessage in ?1", ids))).isZero();

        ids.forEach(each -> one.taken(each, 0));
        assertThat(rows(ids)).extracting(InboxMessage::state).containsExactly(InboxState.CASE, InboxState.REVIEW,
                InboxState.CASE);
        assertThat(rows(ids).get(1).reason()).contains("电子邮箱");
    }

    @Test
    void decidesNothingOnceAnotherNodeMayBeAtIt() {
        List<String> ids = stored(List.of(mail(0, PHRASE + "：第一条建议", ""), mail(1, PHRASE + "：第二条建议", "")));

        assertThat(together.work(ids, () -> false)).containsExactlyElementsOf(ids);
        assertThat(rows(ids)).extracting(InboxMessage::state).containsOnly(InboxState.NEW);

        ids.forEach(each -> one.taken(each, 0));
        assertThat(rows(ids)).extracting(InboxMessage::state).containsOnly(InboxState.CASE);
    }

    /** Case, author, file, task, acknowledgement and what was read, each to its own mail. */
    private void isWhole(InboxMessage row) {
        Proposal proposal = proposals.byNumber(row.caseNumber());
        assertThat(proposal.sourceMessage()).isEqualTo(row.id());
        assertThat(proposal.processInstance()).isNotNull();
        assertThat(attachments.of(proposal)).extracting(Attachment::kind).containsExactly(Attachment.Kind.ORIGINAL);
        assertThat(attachments.of(proposal).get(0).file().id()).isEqualTo(row.fileId());
        assertThat(outbox.of(proposal.id())).hasSize(1)
                .allSatisfy(mail -> assertThat(mail.inReplyTo()).isEqualTo(row.messageId()));
        assertThat(suggestions.of(row)).extracting(Suggestion::caseNumber).containsExactly(row.caseNumber());
        assertThat(openItems("TRIAGE", row.caseNumber())).isEqualTo(1);
    }

    private long openItems(String queue, String subject) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> items.count("queue = ?1 and subjectId = ?2 and endedAt is null", queue, subject));
    }

    private List<String> stored(List<String> mails) {
        long validity = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        List<StoreMessage.Fetched> fetched = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            fetched.add(new StoreMessage.Fetched(new InboxMessage.Place("together@example.cn", "INBOX", validity, i + 1), null,
                    new ByteArrayInputStream(mails.get(i).getBytes(UTF_8))));
        }
        store.fromServer(fetched, false);
        List<String> ids = QuarkusTransaction.requiringNew().call(() -> messages
                .list("mailbox = ?1 and uidValidity = ?2 order by uid", "together@example.cn", validity).stream()
                .map(InboxMessage::id).toList());
        one.takeFresh(ids);
        return ids;
    }

    private List<InboxMessage> rows(List<String> ids) {
        return QuarkusTransaction.requiringNew().call(() -> messages.list("id in ?1 order by uid", ids));
    }

    private String id(int number) {
        return "<" + run + "-" + number + "@example.org>";
    }

    private String mail(int number, String subject, String more) {
        return more + "Message-ID: " + id(number) + "\r\nFrom: <author" + number + run + "@example.org>\r\n"
                + "To: <minsheng@example.cn>\r\nSubject: =?utf-8?B?"
                + Base64.getEncoder().encodeToString(subject.getBytes(UTF_8)) + "?=\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "我们小区六层没有电梯，老人上下楼很困难，这是" + run + "的第" + number + "封信。\r\n";
    }
}
