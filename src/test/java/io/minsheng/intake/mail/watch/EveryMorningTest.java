package io.minsheng.intake.mail.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.correspondence.Outbox;
import io.minsheng.correspondence.OutboxMails;
import io.minsheng.correspondence.SendOutbox;
import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.StaffUser;
import io.minsheng.fixture.Submission;
import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What the administrator is told once a day. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class EveryMorningTest {

    private static final StaffUser ADMIN = new StaffUser("admin");

    @Inject
    Reconcile reconcile;
    @Inject
    ComposeDigest compose;
    @Inject
    Outbox outbox;
    @Inject
    OutboxMails mails;
    @Inject
    SendOutbox sender;
    @Inject
    Leases leases;
    @Inject
    NodeName node;
    @Inject
    InboxMetrics metrics;

    GreenMail server;

    @Test
    void comparesAndTellsTheAdministratorWithoutPersonalData() throws Exception {
        Submission.web().caseNumber();
        every(Optional.of("office-admin@example.cn")).run();
        sender.send();

        MimeMessage digest = MailServer.postbag(server, "office-admin@example.cn").get(0);
        String text = new String(digest.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(digest.getSubject()).contains("每日简报");
        assertThat(text).contains("与邮箱对账", MailServer.MAILBOX, "待人工处理", "/staff/admin/digest")
                .doesNotContain(Submission.PHONE, Submission.NAME);
        ADMIN.call().get("/staff/admin/digest").then().statusCode(200).body(containsString("全部入库"));
        ADMIN.call().get("/api/v1/mailbox/digest").then().statusCode(200).body("failedJobs", notNullValue())
                .body("mailboxes[0].mailbox", equalTo(MailServer.MAILBOX)).body("review", greaterThanOrEqualTo(0));
        new StaffUser("triage").call().get("/staff/admin/digest").then().statusCode(403);
        new StaffUser("triage").call().get("/staff/outbox").then().statusCode(200).body(containsString("每日简报"));
    }

    @Test
    void sendsNothingWhereNobodyIsNamed() {
        long before = count();
        every(Optional.empty()).run();
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void isWatchedByNumbers() {
        metrics.look();
        assertThat(new StaffUser("admin").call().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains("minsheng_inbox_review", "minsheng_inbox_oldest_new_seconds", "minsheng_mailbox_degraded",
                        "minsheng_mailbox_last_good_poll_seconds");
    }

    private EveryMorning every(Optional<String> mail) {
        return new EveryMorning(mail, reconcile, compose, outbox, leases, node);
    }

    private long count() {
        return QuarkusTransaction.requiringNew().call(() -> mails.count());
    }
}
