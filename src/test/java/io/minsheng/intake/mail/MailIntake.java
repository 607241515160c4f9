package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.LockModeType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;

import io.minsheng.correspondence.OutboxMails;
import io.minsheng.correspondence.SendOutbox;
import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.StaffUser;
import io.minsheng.platform.crypto.Vault;
import io.minsheng.proposal.Attachment;
import io.minsheng.proposal.Attachments;
import io.minsheng.proposal.Authors;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Contact;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.Supplements;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What must never go wrong when mails come in, on whatever database. */
abstract class MailIntake {

    static final String PHRASE = "大足区2025年重点民生实事建议征集";
    static final String BODY = "我们小区六层没有电梯，老人上下楼很困难，希望加装电梯。";
    private static final StaffUser TRIAGE = new StaffUser("triage");
    private static final StaffUser ADMIN = new StaffUser("admin");

    @Inject
    PollMailbox poll;
    @Inject
    ProcessMessages process;
    @Inject
    StoreMessage store;
    @Inject
    InboxMessages messages;
    @Inject
    MailboxCursors cursors;
    @Inject
    SendOutbox sender;
    @Inject
    OutboxMails outbox;
    @Inject
    Proposals proposals;
    @Inject
    Supplements supplements;
    @Inject
    Authors authors;
    @Inject
    Attachments attachments;
    @Inject
    WorkItems items;
    @Inject
    Vault vault;

    GreenMail server;

    final String address = "w" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";

    @BeforeEach
    void startWithAnEmptyPostbag() {
        poll.poll();
        sender.send();
    }

    @Test
    void makesACaseOfAMailAndAcknowledgesIt() throws Exception {
        String messageId = "<" + UUID.randomUUID() + "@example.org>";
        InboxMessage row = arrived(mail(PHRASE + "：给老旧小区加装电梯", BODY, "Message-ID: " + messageId));

        assertThat(row.state()).as(row.reason()).isEqualTo(InboxState.CASE);
        Proposal proposal = proposal(row.caseNumber());
        assertThat(proposal).extracting(Proposal::title, Proposal::category, Proposal::content, Proposal::channel,
                Proposal::sourceMessage).containsExactly("给老旧小区加装电梯", "OTHER", BODY, Channel.EMAIL, row.id());
        assertThat(contact(proposal)).isEqualTo(new Contact("测试乙", null, address, null));
        assertThat(kinds(proposal)).containsExactly(Attachment.Kind.ORIGINAL);
        assertThat(TRIAGE.tasks("TRIAGE", row.caseNumber())).hasSize(1);

        sender.send();
        MimeMessage receipt = postbagOf(address).get(0);
        assertThat(receipt.getContent().toString()).contains(row.caseNumber());
        assertThat(receipt.getHeader("In-Reply-To")).containsExactly(messageId);
        assertThat(MailServer.postbag(server, MailServer.MAILBOX)).isNotEmpty()
                .noneMatch(MailIntake::wasSeen);
        TRIAGE.call().queryParam("q", address).get("/api/v1/mailbox/messages").then().statusCode(200)
                .body("items[0].cases", hasItem(row.caseNumber())).body("items[0].from", containsString(address))
                .body("items[0].state", equalTo("CASE"));
        ADMIN.call().queryParam("size", 200).get("/api/v1/mailbox/messages").then().statusCode(200)
                .body("items[0].from", nullValue()).body("items[0].subject", nullValue())
                .body(not(containsString(address)));
        ADMIN.call().get("/api/v1/mailbox/messages/" + row.id()).then().statusCode(403);
        TRIAGE.call().get("/api/v1/mailbox/messages/" + row.id()).then().statusCode(200).body("text", equalTo(BODY))
                .body("suggestions[0].fields.title.value", equalTo("给老旧小区加装电梯")).body("suggestions[0].source",
                        equalTo("BODY"));
        TRIAGE.call().get("/staff/mailbox/" + row.id()).then().statusCode(200).body(containsString(BODY));
        TRIAGE.call().get("/staff/mailbox/" + row.id() + "/source").then().statusCode(200).body(containsString(messageId
                .replace("<", "&lt;").replace(">", "&gt;")));
        assertThat(TRIAGE.call().get("/api/v1/mailbox/messages/" + row.id() + "/raw").then().statusCode(200).extract()
                .asString()).contains(messageId);
    }

    @Test
    void readsTheFormInTheBodyAndKeepsContactDataOut() throws Exception {
        InboxMessage row = arrived(mail(PHRASE, """
                建议事项名称：给古龙初中宿舍加装热水浴室
                事项类别：教育事业
                建议内容：宿舍没有热水，冬天孩子们洗澡不便，建议加装热水浴室两间。
                实施地点：古龙镇
                建议人：测试丙
                联系电话：13800004321
                """));

        Proposal proposal = proposal(row.caseNumber());
        assertThat(proposal).extracting(Proposal::title, Proposal::category, Proposal::content, Proposal::place)
                .containsExactly("给古龙初中宿舍加装热水浴室", "EDUCATION", "宿舍没有热水，冬天孩子们洗澡不便，建议加装热水浴室两间。", "古龙镇");
        assertThat(proposal.township()).isNotNull();
        assertThat(contact(proposal)).isEqualTo(new Contact("测试丙", "13800004321", address, null));
    }

    @Test
    void leavesAMailWithoutThePhraseToAPerson() throws Exception {
        InboxMessage row = arrived(mail("给老旧小区加装电梯", BODY));
        assertThat(row.state()).isEqualTo(InboxState.REVIEW);
        assertThat(row.reason()).contains("主题");
        String task = reviewTask(row);
        TRIAGE.complete(task, Map.of("outcome", "IGNORE", "reason", "无关")).statusCode(409);
        TRIAGE.call().get("/staff/tasks/review/" + task).then().statusCode(200).body(containsString(BODY),
                containsString("领取这项任务"));
        TRIAGE.call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        TRIAGE.complete(task, Map.of("outcome", "DELETE")).statusCode(400);
        TRIAGE.complete(task, Map.of("outcome", "CASE", "title", "短")).statusCode(400);
        TRIAGE.call().get("/staff/tasks/review/" + task).then().statusCode(200)
                .body(containsString("登记为新建议"), containsString(address));
        TRIAGE.call().formParam("outcome", "CASE").formParam("title", "加").post("/staff/tasks/review/" + task).then()
                .statusCode(400).body(containsString("建议事项名称至少"));
        TRIAGE.call().redirects().follow(false).formParam("outcome", "CASE").formParam("title", "给老旧小区加装电梯")
                .formParam("category", "HOUSING").formParam("content", BODY).post("/staff/tasks/review/" + task).then()
                .statusCode(303);

        InboxMessage done = row(row.id());
        assertThat(done.state()).isEqualTo(InboxState.CASE);
        assertThat(done.decidedBy()).isEqualTo("triage");
        assertThat(contact(proposal(done.caseNumber())).email()).isEqualTo(address);
        sender.send();
        assertThat(postbagOf(address)).hasSize(1);
        TRIAGE.call(Map.of("reason", "再来一次")).post("/api/v1/mailbox/messages/" + row.id() + "/discard").then()
                .statusCode(409);
    }

    @Test
    void attachesAndIgnoresWhatAPersonSays() throws Exception {
        String number = arrived(mail(PHRASE + "：修一条路", BODY)).caseNumber();
        InboxMessage more = arrived(mail("补充", "路宽要三米五，会车才方便。"));
        TRIAGE.call(Map.of("caseNumber", "DZ2025-999999-0")).post("/api/v1/mailbox/messages/" + more.id() + "/attach").then()
                .statusCode(404);
        TRIAGE.call(Map.of("caseNumber", number)).post("/api/v1/mailbox/messages/" + more.id() + "/attach").then()
                .statusCode(200).body("state", equalTo("REPLY")).body("cases", hasItem(number));
        assertThat(supplementsOf(number)).containsExactly("路宽要三米五，会车才方便。");
        assertThat(reviewTasks(more)).isEmpty();

        InboxMessage spam = arrived(mail("发票代开", "需要请联系我，价格优惠，量大从优。"));
        TRIAGE.call(Map.of("reason", "")).post("/api/v1/mailbox/messages/" + spam.id() + "/discard").then().statusCode(400);
        TRIAGE.call(Map.of("reason", "广告")).post("/api/v1/mailbox/messages/" + spam.id() + "/discard").then().statusCode(200)
                .body("state", equalTo("IGNORED")).body("reason", equalTo("广告"));
        assertThat(reviewTasks(spam)).isEmpty();
        TRIAGE.call(Map.of("title", "其实是一条建议", "category", "OTHER", "content", BODY, "proposer",
                Map.of("kind", "RESIDENT"))).post("/api/v1/mailbox/messages/" + spam.id() + "/case").then().statusCode(200)
                .body("state", equalTo("CASE"));
    }

    @Test
    void canBeDecidedInTheMailboxWhileSomebodyCompletesTheTask() throws Exception {
        InboxMessage row = arrived(mail("没有那句话", BODY));
        String task = reviewTask(row);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> decided = QuarkusTransaction.requiringNew().call(() -> {
                // as completing the task does: its item first, then the mail
                items.findById(task, LockModeType.PESSIMISTIC_WRITE);
                Future<Integer> waits = other.submit(() -> TRIAGE.call(Map.of("reason", "广告"))
                        .post("/api/v1/mailbox/messages/" + row.id() + "/discard").statusCode());
                Thread.sleep(500);
                messages.locked(row.id());
                return waits;
            });
            assertThat(decided.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        } finally {
            other.shutdownNow();
        }
        assertThat(row(row.id()).state()).isEqualTo(InboxState.IGNORED);
    }

    @Test
    void triesAgainWhenAsked() throws Exception {
        InboxMessage row = arrived(mail("没有那句话", BODY));
        String first = reviewTask(row);
        TRIAGE.call().post("/api/v1/mailbox/messages/" + row.id() + "/retry").then().statusCode(200)
                .body("state", equalTo("REVIEW"));
        assertThat(reviewTasks(row)).hasSize(1).doesNotContain(first);
    }

    @Test
    void givesWhatTheMachineIgnoredToAPersonAfterAll() throws Exception {
        InboxMessage row = arrived(mail(PHRASE + "：自动", BODY, "Precedence: bulk"));
        TRIAGE.call().get("/staff/mailbox/" + row.id()).then().statusCode(200).body(containsString("转人工处理"));
        TRIAGE.call().redirects().follow(false).post("/staff/mailbox/" + row.id() + "/review").then().statusCode(303)
                .header("Location", containsString("/staff/tasks/review/" + reviewTask(row)));
        assertThat(row(row.id()).reason()).contains("转人工处理", "Precedence");
        TRIAGE.call().post("/api/v1/mailbox/messages/" + row.id() + "/review").then().statusCode(200)
                .body("state", equalTo("REVIEW"));
        TRIAGE.call().get("/staff/mailbox/" + row.id()).then().statusCode(200).body(containsString(reviewTask(row)));
        ADMIN.call().post("/api/v1/mailbox/messages/" + row.id() + "/review").then().statusCode(403);
    }

    @Test
    void recognisesTheSameMailAgain() throws Exception {
        byte[] mail = mail(PHRASE + "：修一个花园", BODY, "Message-ID: <" + UUID.randomUUID() + "@example.org>");
        InboxMessage first = arrived(mail);
        InboxMessage second = arrived(("Received: from elsewhere\r\n" + new String(mail, ISO_8859_1)).getBytes(ISO_8859_1));

        assertThat(second.state()).isEqualTo(InboxState.DUPLICATE);
        assertThat(second.caseNumber()).isEqualTo(first.caseNumber());
        TRIAGE.call().contentType("message/rfc822").body(mail).post("/api/v1/mailbox/messages").then().statusCode(201)
                .body("state", equalTo("DUPLICATE"));
    }

    @Test
    void keepsAnotherMailUnderTheSameMessageId() throws Exception {
        String id = "Message-ID: <" + UUID.randomUUID() + "@example.org>";
        arrived(mail(PHRASE + "：修一个花园", BODY, id));
        InboxMessage other = arrived(mail(PHRASE + "：修一个广场", BODY, id));
        assertThat(other.state()).isEqualTo(InboxState.CASE);
        assertThat(other.reason()).contains("Message-ID");
        InboxMessage reply = arrived(mail("关于 " + other.caseNumber(), "再补充一句：最好有长凳。", id));
        assertThat(reply.state()).isEqualTo(InboxState.REPLY);
        assertThat(reply.reason()).contains("Message-ID");
    }

    @Test
    void neverAnswersMachines() throws Exception {
        for (String header : List.of("Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <a.example.org>",
                "Return-Path: <>", "X-Auto-Response-Suppress: All")) {
            InboxMessage row = arrived(mail(PHRASE + "：" + header, BODY, header));
            assertThat(row.state()).as(header).isEqualTo(InboxState.IGNORED);
            assertThat(row.reason()).isNotBlank();
        }
        assertThat(arrived(mail("自动回复：" + PHRASE, BODY)).state()).isEqualTo(InboxState.IGNORED);
        assertThat(arrived(mail("回复：【自动回复】" + PHRASE, BODY)).state()).isEqualTo(InboxState.IGNORED);
        InboxMessage about = arrived(mail(PHRASE + "：12345热线不要只有自动回复", BODY));
        assertThat(about.state()).isEqualTo(InboxState.REVIEW);
        assertThat(about.reason()).contains("自动回复");
        for (String machine : List.of("postmaster", "do_not_reply", "no.reply", "auto-reply")) {
            assertThat(arrived(new String(mail(PHRASE, BODY + machine), UTF_8).replace(address, machine + "@example.org")
                    .getBytes(UTF_8)).state()).as(machine).isEqualTo(InboxState.IGNORED);
        }
        assertThat(arrived(new String(mail(PHRASE, BODY + "乙"), UTF_8).replace(address, MailServer.MAILBOX)
                .getBytes(UTF_8)).state()).isEqualTo(InboxState.IGNORED);
        sender.send();
        assertThat(postbagOf(address)).isEmpty();
    }

    @Test
    void movesTheCaseOnWhenTheAuthorAnswersAQuestion() throws Exception {
        String number = arrived(mail(PHRASE + "：给老旧小区加装电梯", BODY)).caseNumber();
        TRIAGE.settle("TRIAGE", number, Map.of("outcome", "ASK_SUPPLEMENT", "question", "电梯装在几单元？"));
        sender.send();
        MimeMessage question = postbagOf(address).get(1);
        assertThat(question.getContent().toString()).contains("电梯装在几单元？");

        String forged = question.getMessageID().replaceFirst("\\.[0-9a-f]{4}", ".0000");
        InboxMessage stranger = arrived(new String(mail("回复：" + question.getSubject(), "装在一单元。",
                "In-Reply-To: " + forged), UTF_8).replace(address, "other@example.org").getBytes(UTF_8));
        assertThat(stranger.state()).isEqualTo(InboxState.REVIEW);
        assertThat(stranger.reason()).contains("可能属于 " + number);
        InboxMessage anew = arrived(new String(mail(PHRASE + "：关于 " + number, BODY), UTF_8)
                .replace(address, "other@example.org").getBytes(UTF_8));
        assertThat(anew.state()).isEqualTo(InboxState.CASE);
        assertThat(anew.caseNumber()).isNotEqualTo(number);
        assertThat(anew.reason()).contains("可能属于 " + number);
        assertThat(proposal(number).stage()).isEqualTo(Stage.AWAITING_SUPPLEMENT);

        InboxMessage answer = arrived(mail("回复：您的来信", "装在二单元。\n\n------------------ 原始邮件 ------------------\n发件人: x\n电梯装在几单元？",
                "In-Reply-To: " + question.getMessageID()));
        assertThat(answer.state()).isEqualTo(InboxState.REPLY);
        assertThat(answer.caseNumber()).isEqualTo(number);
        assertThat(proposal(number).stage()).isEqualTo(Stage.TRIAGE);
        assertThat(supplementsOf(number)).containsExactly("装在二单元。");

        InboxMessage otherAddress = arrived(new String(mail("Re: 您的来信", "这是我的另一个邮箱。",
                "References: " + question.getMessageID()), UTF_8).replace(address, "private@example.org").getBytes(UTF_8));
        assertThat(otherAddress.state()).isEqualTo(InboxState.REPLY);
        assertThat(otherAddress.reason()).contains("发件地址不是建议人留下的");

        InboxMessage byNumber = arrived(mail("关于 " + number, "再补充一句：最好年内装好。"));
        assertThat(byNumber.state()).isEqualTo(InboxState.REPLY);
        InboxMessage wide = arrived(mail("补充 " + number.replace('-', '－').replace('0', '０'), "还要考虑轮椅能进去。"));
        assertThat(wide.caseNumber()).isEqualTo(number);
    }

    @Test
    void joinsWhatFollowsAnEarlierMailOfTheSameSenderOnly() throws Exception {
        String id = "<" + UUID.randomUUID() + "@example.org>";
        String number = arrived(mail(PHRASE + "：修一条路", BODY, "Message-ID: " + id)).caseNumber();

        InboxMessage more = arrived(mail("补充", "路宽要三米五，会车才方便。", "References: <x@example.org> " + id));
        assertThat(more.state()).isEqualTo(InboxState.REPLY);
        assertThat(more.caseNumber()).isEqualTo(number);
        InboxMessage stranger = arrived(new String(mail("转发", "这条路我也想修。", "In-Reply-To: " + id), UTF_8)
                .replace(address, "other@example.org").getBytes(UTF_8));
        assertThat(stranger.state()).isEqualTo(InboxState.REVIEW);
        assertThat(stranger.reason()).contains("可能属于 " + number);
    }

    @Test
    void letsAPersonDecideWithOneClick() throws Exception {
        InboxMessage row = arrived(mail("给老旧小区加装电梯", BODY));
        String task = reviewTask(row);
        TRIAGE.call().get("/staff/tasks/review/" + task).then().statusCode(200).body(containsString("登记为新建议"));
        new StaffUser("triage2").call().post("/api/v1/tasks/" + task + "/claim").then().statusCode(200);
        TRIAGE.call().get("/staff/tasks/review/" + task).then().statusCode(200).body(not(containsString("登记为新建议")));
        ignored(task, 409);
        new StaffUser("triage2").call().post("/api/v1/tasks/" + task + "/release").then().statusCode(200);

        ignored(task, 303);
        assertThat(row(row.id())).extracting(InboxMessage::state, InboxMessage::decidedBy, InboxMessage::reason)
                .containsExactly(InboxState.IGNORED, "triage", "广告");
        ignored(task, 409);
        assertThat(reviewTasks(row)).isEmpty();
    }

    private static void ignored(String task, int status) {
        TRIAGE.call().redirects().follow(false).contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("outcome", "IGNORE").formParam("ignoreReason", "广告").post("/staff/tasks/review/" + task).then()
                .statusCode(status);
    }

    @Test
    void worksOnWhatAKillLeftUnread() {
        String id = store.fromUpload(new ByteArrayInputStream(mail(PHRASE + "：修一所学校", BODY)));
        assertThat(row(id).state()).isEqualTo(InboxState.NEW);

        process.regularly();

        assertThat(row(id).state()).isEqualTo(InboxState.CASE);
    }

    @Test
    void makesACaseOfEachPartThatCallsItselfASuggestion() throws Exception {
        InboxMessage row = arrived(mail(PHRASE, """
                您好，我有两条建议。
                建议一：给老旧小区加装电梯
                我们小区六层没有电梯，老人上下楼很困难。
                建议二：增加201路公交班次
                早高峰要等半个小时，希望十分钟一班。"""));
        assertThat(row.state()).as(row.reason()).isEqualTo(InboxState.CASE);
        List<String> numbers = TRIAGE.call().get("/api/v1/mailbox/messages/" + row.id()).then().statusCode(200)
                .body("suggestions.size()", equalTo(2)).extract().path("cases");
        assertThat(numbers).hasSize(2).doesNotHaveDuplicates()
                .allSatisfy(each -> assertThat(TRIAGE.tasks("TRIAGE", each)).hasSize(1));
        sender.send();
        assertThat(postbagOf(address)).hasSize(1);
    }

    @Test
    void countsEveryMailOnceAfterTheServerNumberedAnew() throws Exception {
        arrived(mail(PHRASE + "：修一座桥", BODY));
        long before = count();
        QuarkusTransaction.requiringNew().run(() -> cursors.of(MailServer.MAILBOX, "INBOX").follow("127.0.0.1", 1, false));
        poll.poll();
        assertThat(count()).isEqualTo(before);
        TRIAGE.call().get("/api/v1/mailbox/reconciliation").then().statusCode(200).body("missing.size()", equalTo(0));
        TRIAGE.call().get("/staff/mailbox").then().statusCode(200).body(containsString(address));
        TRIAGE.call().get("/staff/mailbox/reconciliation").then().statusCode(200).body(containsString("对得上"));
    }

    byte[] mail(String subject, String body, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return (more + "From: =?utf-8?B?" + base64("测试乙".getBytes(UTF_8)) + "?= <" + address + ">\r\nTo: <"
                + MailServer.MAILBOX + ">\r\nSubject: =?utf-8?B?" + base64(subject.getBytes(UTF_8))
                + "?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + body.replace("\n", "\r\n") + "\r\n").getBytes(UTF_8);
    }

    InboxMessage arrived(byte[] raw) throws Exception {
        long before = count();
        deliver(raw);
        poll.poll();
        assertThat(count()).isEqualTo(before + 1);
        return last();
    }

    void deliver(byte[] raw) throws Exception {
        GreenMailUser user = server.getUserManager().getUserByEmail(MailServer.MAILBOX);
        user.deliver(new MimeMessage(Session.getInstance(new java.util.Properties()), new ByteArrayInputStream(raw)));
    }

    InboxMessage last() {
        return QuarkusTransaction.requiringNew()
                .call(() -> messages.find("mailbox = ?1 order by uid desc", MailServer.MAILBOX).firstResult());
    }

    private InboxMessage row(String id) {
        return QuarkusTransaction.requiringNew().call(() -> messages.byId(id));
    }

    long count() {
        return QuarkusTransaction.requiringNew().call(() -> messages.count());
    }

    Proposal proposal(String number) {
        return QuarkusTransaction.requiringNew().call(() -> proposals.byNumber(number));
    }

    private Contact contact(Proposal proposal) {
        return QuarkusTransaction.requiringNew()
                .call(() -> authors.contact(proposals.byNumber(proposal.caseNumber()).author()));
    }

    List<Attachment.Kind> kinds(Proposal proposal) {
        return QuarkusTransaction.requiringNew()
                .call(() -> attachments.of(proposal).stream().map(Attachment::kind).toList());
    }

    private List<String> supplementsOf(String number) {
        return QuarkusTransaction.requiringNew().call(() -> supplements.find("proposalId = ?1", proposals.byNumber(number).id())
                .stream().map(each -> each.text()).toList());
    }

    private String reviewTask(InboxMessage row) {
        List<String> tasks = reviewTasks(row);
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private List<String> reviewTasks(InboxMessage row) {
        return QuarkusTransaction.requiringNew()
                .call(() -> items.find("subjectType = ?1 and subjectId = ?2 and endedAt is null",
                        SubjectType.MESSAGE, row.id()).stream().map(each -> each.id()).toList());
    }

    private List<MimeMessage> postbagOf(String of) {
        return MailServer.postbag(server, of);
    }

    private static boolean wasSeen(MimeMessage mail) {
        try {
            return mail.isSet(Flags.Flag.SEEN);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
