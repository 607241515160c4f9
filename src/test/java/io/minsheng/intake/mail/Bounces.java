package io.minsheng.intake.mail;

import static io.minsheng.fixture.Handling.TRIAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.MailState;
import io.minsheng.correspondence.OutboxMail;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.correspondence.SendOutbox;
import io.minsheng.fixture.Handling;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.persistence.Ids;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Proposals;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Mails of ours that come back: believed only with a delivery-status part and a Message-ID that we sent. */
abstract class Bounces {

    @Inject
    SendOutbox sender;
    @Inject
    OutboxMails mails;
    @Inject
    Proposals proposals;
    @Inject
    InboxMessages messages;

    @Test
    void isNotedOnTheCaseOfAReceipt() {
        String number = author().caseNumber();
        sender.send();
        OutboxMail receipt = mail(number, MailKind.RECEIPT);

        InboxMessage row = uploaded(bounce(receipt.messageId(), "failed", "5.1.1"));

        assertThat(row.state()).isEqualTo(InboxState.REPLY);
        assertThat(row.caseNumber()).isEqualTo(number);
        assertThat(row.reason()).contains("5.1.1", "no such user").doesNotContain("author@");
        assertThat(mail(number, MailKind.RECEIPT).state()).isEqualTo(MailState.BOUNCED);
        assertThat(TRIAGE.call().get("/staff/cases/" + number).then().statusCode(200).extract().asString())
                .contains("受理回执被退回");
        assertThat(uploaded(bounce(receipt.messageId(), "failed", "5.1.2")).reason()).contains("此前已知");
        assertThat(TRIAGE.call().get("/staff/outbox?state=BOUNCED").then().statusCode(200).extract().asString())
                .contains(number, "被退回");
    }

    @Test
    void isKnownAlsoFromServersWithAddressesInAnyScript() {
        String number = author().caseNumber();
        sender.send();
        OutboxMail receipt = mail(number, MailKind.RECEIPT);
        String report = bounce(receipt.messageId(), "failed", "5.1.1").replace("message/delivery-status",
                "message/global-delivery-status")
                .replace("Content-Type: message/rfc822", "Content-Type: message/global-headers");

        assertThat(uploaded(report).caseNumber()).isEqualTo(number);
        assertThat(mail(number, MailKind.RECEIPT).state()).isEqualTo(MailState.BOUNCED);
    }

    @Test
    void makesATaskOfAnAnswerThatHadBeenDelivered() {
        String number = Handling.declined(author());
        Handling.answerReleased(number, "EMAIL");
        sender.send();
        assertThat(TRIAGE.tasks("ANSWER", number)).isEmpty();

        InboxMessage row = uploaded(bounce(mail(number, MailKind.ANSWER).messageId(), "failed", "5.2.2"));

        assertThat(row.state()).isEqualTo(InboxState.REPLY);
        TRIAGE.settle("ANSWER", number,
                Map.of("outcome", "DONE", "on", Shanghai.date(Instant.now()).toString(), "note", "已电话告知"));
        assertThat(TRIAGE.tasks("ANSWER", number)).isEmpty();
    }

    @Test
    void isIgnoredWhenItProvesNothing() {
        String number = author().caseNumber();
        sender.send();
        OutboxMail receipt = mail(number, MailKind.RECEIPT);
        String forged = receipt.messageId().replaceFirst("\\.[0-9a-f]{4}", ".0000");

        assertThat(List.of(uploaded(bounce(forged, "failed", "5.1.1")),
                uploaded(bounce(receipt.messageId(), "delayed", "4.4.1")),
                uploaded(bounce(receipt.messageId(), "failed", "5.1.1").replace("message/delivery-status", "text/plain"))))
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(InboxState.IGNORED));
        assertThat(mail(number, MailKind.RECEIPT).state()).isEqualTo(MailState.SENT);
    }

    /** With an address of one's own: after this it is known not to work. */
    private static Submission author() {
        return Submission.web().reachableBy(Submission.PHONE, Ids.next().toLowerCase(Locale.ROOT) + "@example.org");
    }

    private OutboxMail mail(String number, MailKind kind) {
        return QuarkusTransaction.requiringNew().call(() -> mails.of(proposals.byNumber(number).id()).stream()
                .filter(each -> each.kind() == kind).findFirst().orElseThrow());
    }

    private InboxMessage uploaded(String raw) {
        String id = TRIAGE.call().contentType("message/rfc822").body(raw.getBytes(UTF_8)).post("/api/v1/mailbox/messages")
                .then().statusCode(201).extract().path("id");
        return QuarkusTransaction.requiringNew().call(() -> messages.byId(id));
    }

    private static String bounce(String messageId, String action, String status) {
        return """
                Return-Path: <>
                From: Mail Delivery System <MAILER-DAEMON@mx.example.org>
                To: minsheng@example.cn
                Subject: Undelivered Mail Returned to Sender
                Date: Thu, 01 Oct 2026 09:00:00 +0800
                Message-ID: <%s@mx.example.org>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; author@example.org
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 <author@example.org>: no such user
                    here

                --b
                Content-Type: message/rfc822

                From: minsheng@example.cn
                Message-ID: %s
                Subject: receipt

                text
                --b--
                """.formatted(UUID.randomUUID(), action, status, messageId).replace("\n", "\r\n");
    }
}
