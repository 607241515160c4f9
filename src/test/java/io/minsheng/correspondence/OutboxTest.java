package io.minsheng.correspondence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.fixture.MailServer;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.persistence.NodeName;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.NewProposal.Proposer;
import io.minsheng.proposal.NewProposal.Wish;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.ProposerKind;
import io.minsheng.proposal.Receipt;
import io.minsheng.proposal.RegisterProposal;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Target;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(MailServer.class)
class OutboxTest {

    @Inject
    RegisterProposal registerProposal;
    @Inject
    Proposals proposals;
    @Inject
    OutboxMails mails;
    @Inject
    Outbox outbox;
    @Inject
    Letters letters;
    @Inject
    SendOutbox sender;
    @Inject
    DecideMail decide;
    @Inject
    NodeName node;
    @Inject
    SupplementRequests requests;
    @Inject
    Event<SupplementRequest.Asked> asked;
    @Inject
    Heard heard;

    GreenMail server;

    private final String address = "author-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

    /** Hears what became of mails. */
    @Singleton
    static class Heard {

        final List<Object> events = new ArrayList<>();
        boolean stumbles;

        void sent(@Observes Outbox.Sent event) {
            if (stumbles) {
                throw new IllegalStateException("stumbled");
            }
            events.add(event);
        }

        void failed(@Observes Outbox.Failed event) {
            events.add(event);
        }
    }

    @BeforeEach
    void nothingHeardYet() {
        heard.stumbles = false;
        sender.send();
        heard.events.clear();
    }

    @Test
    void leavesAMailThatCannotBeReadToAPersonAndSendsTheOthers() throws Exception {
        OutboxMail broken = rows(register(address)).get(0);
        QuarkusTransaction.requiringNew().run(() -> mails.getEntityManager()
                .createNativeQuery("UPDATE outbox_mail SET sealed_body = :broken WHERE id = :id")
                .setParameter("broken", new byte[60])
                .setParameter("id", broken.id()).executeUpdate());
        Receipt next = register("next-" + address);

        sender.send();

        assertThat(QuarkusTransaction.requiringNew().call(() -> mails.findById(broken.id())).state())
                .isEqualTo(MailState.UNCERTAIN);
        assertThat(rows(next).get(0).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void sendsAReceiptWithItsFixedMessageId() throws Exception {
        Receipt receipt = register(address);
        OutboxMail row = rows(receipt).get(0);
        assertThat(row).extracting(OutboxMail::kind, OutboxMail::state).containsExactly(MailKind.RECEIPT, MailState.QUEUED);

        sender.send();

        MimeMessage mail = inbox(address).get(0);
        assertThat(mail.getMessageID()).isEqualTo(row.messageId());
        assertThat(mail.getHeader("Message-ID")).hasSize(1);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getSubject()).isEqualTo("【民生实事建议征集】已收到您的建议（" + receipt.caseNumber() + "）");
        assertThat(mail.getHeader("Subject")).hasSize(1);
        for (String word : mail.getHeader("Subject")[0].split("\\s+")) {
            assertThat(jakarta.mail.internet.MimeUtility.decodeWord(word)).doesNotContain("\uFFFD");
        }
        assertThat(mail.getFrom()).extracting(Object::toString)
                .containsExactly(new jakarta.mail.internet.InternetAddress(MailServer.MAILBOX, "民生办", "UTF-8").toString());
        assertThat(mail.getContent().toString()).contains(receipt.caseNumber(), receipt.queryCode(), receipt.trackingUrl(),
                "测试甲，您好", "5 个工作日");
        assertThat(rows(receipt)).singleElement().extracting(OutboxMail::state).isEqualTo(MailState.SENT);
        assertThat(heard.events).contains(
                new Outbox.Sent(MailKind.RECEIPT, null, proposal(receipt).id(), receipt.caseNumber(), row.id()));
        sender.send();
        assertThat(inbox(address)).hasSize(1);
    }

    @Test
    void knowsItsOwnMessageIdsOnly() {
        OutboxMail row = rows(register(address)).get(0);

        assertThat(recognised("<other@example.org> " + row.messageId())).isEqualTo(row.id());
        assertThat(recognised(row.messageId().replace(row.id(), "0".repeat(26)))).isNull();
        assertThat(recognised(row.messageId().replaceFirst("\\.[0-9a-f]{4}", ".0000"))).isNull();
        assertThat(recognised(null)).isNull();
    }

    @Test
    void writesNeitherToMachinesNorToItself() {
        assertThat(rows(register("no-reply@example.org"))).isEmpty();
        assertThat(rows(register(MailServer.MAILBOX))).isEmpty();
        assertThat(rows(register(null))).isEmpty();
    }

    @Test
    void asksByMail() throws Exception {
        Receipt receipt = register(address);
        QuarkusTransaction.requiringNew().run(() -> {
            Proposal proposal = proposals.byNumber(receipt.caseNumber());
            SupplementRequest request = requests.prepare(proposal, "电梯装在几单元？", 15, "triage", Instant.now());
            request.dueBy(Instant.parse("2026-12-16T16:00:00Z"));
            asked.fire(new SupplementRequest.Asked(proposal, request));
        });
        sender.send();

        String text = inbox(address).get(1).getContent().toString();
        assertThat(text).contains("电梯装在几单元？", "2026年12月16日（含当天）前");
    }

    @Test
    void keepsNothingReadableOfTheAuthor() {
        OutboxMail row = rows(register(address)).get(0);

        assertThat(row.subject()).doesNotContain(address, "测试甲");
        assertThat(new String(row.sealedTo())).doesNotContain(address);
        assertThat(new String(row.sealedBody())).doesNotContain("测试甲");
    }

    @Test
    void neverResendsWhatAKillLeftHalfDone() throws Exception {
        Receipt receipt = register(address);
        String id = rows(receipt).get(0).id();
        QuarkusTransaction.requiringNew().run(() -> mails.take(id, node.value(), Instant.now()));

        sender.giveUpHalfDone();
        sender.send();

        assertThat(state(id)).isEqualTo(MailState.UNCERTAIN);
        assertThat(inbox(address)).isEmpty();
        given().auth().preemptive().basic("triage", "minsheng-demo").get("/staff/outbox?state=UNCERTAIN").then()
                .statusCode(200).body(containsString(receipt.caseNumber()), not(containsString(address)));
        given().auth().preemptive().basic("triage", "minsheng-demo").formParam("decision", "AGAIN").formParam("reason", "")
                .post("/staff/outbox/" + id).then().statusCode(400);
        given().auth().preemptive().basic("triage", "minsheng-demo").redirects().follow(false).formParam("decision", "AGAIN")
                .formParam("reason", "已发送中没有").post("/staff/outbox/" + id).then().statusCode(303);
        sender.send();
        assertThat(inbox(address)).hasSize(1);
        given().auth().preemptive().basic("leader", "minsheng-demo").get("/staff/outbox").then().statusCode(403);
    }

    @Test
    void isUncertainWhenWhatFollowsCannotBeDone() throws Exception {
        String id = rows(register(address)).get(0).id();
        heard.stumbles = true;
        sender.send();

        assertThat(inbox(address)).hasSize(1);
        assertThat(state(id)).isEqualTo(MailState.UNCERTAIN);
        heard.stumbles = false;
        given().auth().preemptive().basic("chief", "minsheng-demo").redirects().follow(false).formParam("decision", "SENT")
                .formParam("reason", "已发送中有").post("/staff/outbox/" + id).then().statusCode(303);
        assertThat(state(id)).isEqualTo(MailState.SENT);
        assertThat(heard.events).hasSize(1);
    }

    private Receipt register(String email) {
        return registerProposal.register(new NewProposal("DZ2025",
                new Wish("给老旧小区加装电梯", "HOUSING", "我们小区六层没有电梯，老人上下楼很困难。", null, null, null, null, Target.NONE),
                new Proposer(ProposerKind.RESIDENT, "测试甲", "13800001234", email, null, true), Origin.web(Instant.now())),
                Actor.RESIDENT);
    }

    private Proposal proposal(Receipt receipt) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(receipt.caseNumber()));
    }

    private List<OutboxMail> rows(Receipt receipt) {
        return QuarkusTransaction.requiringNew().call(() -> mails.of(proposals.byNumber(receipt.caseNumber()).id()));
    }

    private MailState state(String id) {
        return QuarkusTransaction.requiringNew().call(() -> mails.findById(id).state());
    }

    private String recognised(String header) {
        return QuarkusTransaction.requiringNew().call(() -> outbox.recognise(header).map(OutboxMail::id).orElse(null));
    }

    private List<MimeMessage> inbox(String of) {
        return MailServer.postbag(server, of);
    }
}
