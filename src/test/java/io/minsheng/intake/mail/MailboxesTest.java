package io.minsheng.intake.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.minsheng.fixture.MailServer;
import io.minsheng.fixture.ScriptedImap;
import io.minsheng.fixture.ScriptedImap.Habit;
import io.minsheng.fixture.ScriptedImap.Moment;
import io.minsheng.fixture.StaffUser;
import io.minsheng.intake.mail.imap.Mailbox;
import io.minsheng.intake.mail.watch.Reconcile;
import io.minsheng.platform.crypto.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Mailboxes that an administrator keeps, on servers with habits of their own: nothing is lost and nothing doubled. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
class MailboxesTest {

    private static final StaffUser ADMIN = new StaffUser("admin");
    private static final StaffUser TRIAGE = new StaffUser("triage");

    @Inject
    PollMailbox poll;
    @Inject
    Mailboxes mailboxes;
    @Inject
    InboxMessages messages;
    @Inject
    ProcessMessages process;
    @Inject
    MailboxAccounts accounts;
    @Inject
    Reconcile reconcile;
    @Inject
    Vault vault;

    private final String user = "box-" + UUID.randomUUID().toString().substring(0, 8) + "@example.cn";

    @AfterEach
    void forgetTheMailboxes() {
        QuarkusTransaction.requiringNew().run(() -> accounts.deleteAll());
    }

    @Test
    void keepsAMailboxWithoutEverSayingItsPassword() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain(Habit.WANTS_ID)) {
            server.deliver(mail("甲"));
            Map<String, Object> form = form(server);
            String id = ADMIN.call(form).post("/api/v1/mailbox/accounts").then().statusCode(201)
                    .body("username", equalTo(user)).body("configured", equalTo(false))
                    .body(not(containsString(ScriptedImap.PASSWORD))).extract().path("id");
            ADMIN.call().get("/api/v1/mailbox/accounts").then().statusCode(200).body("username",
                    hasItem(MailServer.MAILBOX));
            ADMIN.call(form).post("/api/v1/mailbox/accounts").then().statusCode(400).body("violations.field",
                    hasItem("username"));
            ADMIN.call().post("/api/v1/mailbox/accounts/" + id + "/test").then().statusCode(200).body("ok", equalTo(true))
                    .body("words", containsString("1 封"));
            form.remove("password");
            form.put("folder", "Nowhere");
            ADMIN.call(form).put("/api/v1/mailbox/accounts/" + id).then().statusCode(200);
            ADMIN.call().post("/api/v1/mailbox/accounts/" + id + "/test").then().statusCode(200).body("ok", equalTo(false))
                    .body("words", containsString("INBOX"));
            int port = (Integer) form.put("port", 1);
            ADMIN.call(form).put("/api/v1/mailbox/accounts/" + id).then().statusCode(400).body("violations.field",
                    hasItem("password"));
            form.put("port", port);
            ADMIN.call().get("/staff/admin/mailboxes").then().statusCode(200).body(containsString(user),
                    not(containsString(ScriptedImap.PASSWORD)));
            ADMIN.call().get("/staff/admin/mailboxes/" + id).then().statusCode(200)
                    .body(not(containsString(ScriptedImap.PASSWORD)));
            ADMIN.call().post("/staff/admin/mailboxes/" + id + "/test").then().statusCode(200)
                    .body(containsString("没有文件夹"));
            assertThat(QuarkusTransaction.requiringNew()
                    .call(() -> accounts.findById(id).mailbox(vault).account().password().sealedBy(vault)))
                    .isNotEqualTo(ScriptedImap.PASSWORD.getBytes(UTF_8));
            ADMIN.call().delete("/api/v1/mailbox/accounts/" + id).then().statusCode(204);
            ADMIN.call().get("/api/v1/mailbox/accounts/" + id).then().statusCode(404);
        }
    }

    @Test
    void refusesWhatCannotBe() {
        ADMIN.call(Map.of()).post("/api/v1/mailbox/accounts").then().statusCode(400).body("violations.field",
                hasItem("host"));
        ADMIN.call(Map.of("host", "imap.qq.com", "username", user, "password", "x", "profile", "QQ", "pollSeconds", 60))
                .post("/api/v1/mailbox/accounts").then().statusCode(400).body("violations.field", hasItem("pollSeconds"));
        ADMIN.call(Map.of("host", "imap.qq.com", "username", user, "password", "x", "afterwards", "MOVE"))
                .post("/api/v1/mailbox/accounts").then().statusCode(400).body("violations.field", hasItem("moveTo"));
        for (String host : List.of("https://imap.qq.com/", "imap.qq.com:993", "imap qq", "a@qq.com")) {
            ADMIN.call(Map.of("host", host, "username", user, "password", "x")).post("/api/v1/mailbox/accounts").then()
                    .statusCode(400).body("violations.field", equalTo(List.of("host")));
        }
        ADMIN.call(Map.of("host", "x")).put("/api/v1/mailbox/accounts/env").then().statusCode(409);
        ADMIN.call().delete("/api/v1/mailbox/accounts/env").then().statusCode(409);
        ADMIN.call().get("/staff/admin/mailboxes/env").then().statusCode(409);
        ADMIN.call().post("/api/v1/mailbox/accounts/env/test").then().statusCode(200).body("ok", equalTo(true));
        for (String path : List.of("/api/v1/mailbox/accounts", "/staff/admin/mailboxes")) {
            TRIAGE.call().get(path).then().statusCode(403);
        }
        ADMIN.call().formParam("host", "").formParam("port", "x").formParam("act", "keep").post("/staff/admin/mailboxes/new")
                .then().statusCode(400).body(containsString("请填写数字"));
        ADMIN.call().formParam("host", "127.0.0.1").formParam("port", "1").formParam("security", "NONE")
                .formParam("username", user).formParam("password", "x").formParam("folder", "INBOX")
                .formParam("pollSeconds", "120").formParam("act", "test").post("/staff/admin/mailboxes/new").then()
                .statusCode(200).body(containsString("连接不上"));
    }

    @Test
    void keepsOneConnectionAndFetchesEachMailOnce() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain(Habit.WANTS_ID, Habit.NO_UIDPLUS, Habit.REFUSES_DESCENDING,
                Habit.SEARCH_LIES)) {
            Mailbox mailbox = kept(form(server));
            for (int i = 0; i < 60; i++) {
                server.deliver(mail("第" + i));
            }
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(60, null));
            for (int i = 0; i < 3; i++) {
                server.deliver(mail("又" + i));
                assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(1, null));
            }
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(0, null));
            assertThat(server.connections()).isEqualTo(1);
            server.dropAll();
            server.deliver(mail("后来"));
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(1, null));
            assertThat(server.connections()).isEqualTo(2);
            allStoredOnce(server);
            assertThat(server.seen()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "EXAMINE", "FETCH", "UID FETCH", "within", "NOOP" })
    void losesAndDoublesNothingWhenTheConnectionBreaks(String where) throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            Mailbox mailbox = kept(form(server));
            server.deliver(mail("先前"));
            poll.poll(mailbox);
            for (int i = 0; i < 40; i++) {
                server.deliver(mail("第" + i));
            }
            AtomicBoolean dropped = new AtomicBoolean();
            server.script((moment, command) -> {
                boolean here = where.equals("within") ? moment == Moment.WITHIN_LITERAL
                        : moment == Moment.RECEIVED && command.startsWith(where);
                if (here && dropped.compareAndSet(false, true)) {
                    throw new ScriptedImap.Drop();
                }
            });
            String trouble = poll.poll(mailbox).trouble();
            assertThat(dropped).isTrue();
            if (trouble != null) {
                assertThat(trouble).contains("连接中断");
                TRIAGE.call().get("/staff/mailbox").then().statusCode(200).body(containsString("连接中断"));
                poll.poll(mailbox);
            }
            allStoredOnce(server);
        }
    }

    @Test
    void goesOnBehindAMailThatTheServerDoesNotGive() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            Mailbox mailbox = kept(form(server));
            for (int i = 0; i < 5; i++) {
                server.deliver(mail("第" + i));
            }
            server.refuse(2);
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(4, null));
            TRIAGE.call().get("/api/v1/mailbox/reconciliation").then().statusCode(200)
                    .body("mailboxes.find { it.mailbox == '" + user + "' }.missing", equalTo(List.of(2)))
                    .body("missing", hasItem(2));
            server.refuse(-1);
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(1, null));
            allStoredOnce(server);
            TRIAGE.call().get("/staff/mailbox/reconciliation").then().statusCode(200)
                    .body(containsString("1 封尚未入库（UID：2）"));
            TRIAGE.call().post("/staff/mailbox/reconciliation").then().statusCode(200)
                    .body(containsString(user + " 里有 5 封邮件，全部已经入库"));
        }
    }

    @Test
    void asksTheServersOnlyWhenSomethingMayHaveChangedOrSomebodyWantsIt() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            Mailbox mailbox = kept(form(server));
            TRIAGE.call().get("/staff/mailbox/reconciliation").then().statusCode(200).body(containsString(user + "：请点“立即核对”"));
            server.deliver(mail("甲"));
            poll.poll(mailbox);
            onServer("GET", equalTo(1));
            server.deliver(mail("乙"));
            onServer("GET", equalTo(1));
            onServer("POST", equalTo(2));
            poll.poll(mailbox);
            onServer("GET", equalTo(2));

            assertThat(server.connections()).isEqualTo(1);
            assertThat(reconcile.known().earlier()).filteredOn(each -> each.mailbox().equals(user)).hasSize(1);
            new StaffUser("chief").call().post("/api/v1/mailbox/reconciliation").then().statusCode(403);
            new StaffUser("chief").call().post("/staff/mailbox/reconciliation").then().statusCode(403);
        }
    }

    private void onServer(String method, Matcher<Integer> mails) {
        TRIAGE.call().request(method, "/api/v1/mailbox/reconciliation").then().statusCode(200)
                .body("mailboxes.find { it.mailbox == '" + user + "' }.server", mails).body("comparedAt", notNullValue());
    }

    @Test
    void recognisesAllByTheirContentWhenTheServerNumbersAnew() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            Mailbox mailbox = kept(form(server));
            for (int i = 0; i < 6; i++) {
                server.deliver(mail("第" + i));
            }
            poll.poll();
            server.numberAnew(100);
            server.deliver(mail("新的"));
            poll.poll();
            Map<InboxState, Long> states = new HashMap<>();
            rows().forEach(each -> states.merge(each.state(), 1L, Long::sum));
            assertThat(states).containsExactlyInAnyOrderEntriesOf(Map.of(InboxState.REVIEW, 7L, InboxState.DUPLICATE, 6L));
            assertThat(mailbox.name()).isEqualTo(user);
        }
    }

    @Test
    void readsAnotherServerFromTheBeginningThoughItNumbersAlike() throws Exception {
        try (ScriptedImap old = ScriptedImap.plain(); ScriptedImap other = ScriptedImap.plain()) {
            Map<String, Object> form = form(old);
            Mailbox mailbox = kept(form);
            old.deliver(mail("甲"));
            old.deliver(mail("乙"));
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(2, null));
            other.deliver(mail("乙"));
            other.deliver(mail("丙"));
            form.put("host", "localhost");
            form.put("port", other.port());
            form.put("afterwards", "SEEN");
            ADMIN.call(form).put("/api/v1/mailbox/accounts/" + mailbox.id()).then().statusCode(200);
            TRIAGE.call().post("/api/v1/mailbox/reconciliation").then().statusCode(200)
                    .body("mailboxes.find { it.mailbox == '" + user + "' }.missing", equalTo(List.of(1, 2)));

            assertThat(poll.poll(mailboxes.byId(mailbox.id()))).isEqualTo(new PollMailbox.Outcome(2, null));
            assertThat(poll.poll(mailboxes.byId(mailbox.id()))).isEqualTo(new PollMailbox.Outcome(0, null));
            assertThat(other.seen()).containsExactly(1L, 2L);
            assertThat(rows()).hasSize(4);
            TRIAGE.call().post("/api/v1/mailbox/reconciliation").then().statusCode(200)
                    .body("mailboxes.find { it.mailbox == '" + user + "' }.stored", equalTo(2))
                    .body("mailboxes.find { it.mailbox == '" + user + "' }.missing", equalTo(List.of()));
        }
    }

    @Test
    void readsAFolderFromTheBeginningThatCountsAnewUnderItsOldName() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            Mailbox mailbox = kept(form(server));
            for (int i = 0; i < 5; i++) {
                server.deliver(mail("第" + i));
            }
            poll.poll(mailbox);
            server.makeAnew();
            server.deliver(mail("新的一"));
            server.deliver(mail("新的二"));

            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(2, null));
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(0, null));
            assertThat(rows()).hasSize(7);
        }
    }

    @Test
    void believesNoNextNumberBelowThoseThatAreThere() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain(Habit.UIDNEXT_LIES)) {
            Mailbox mailbox = kept(form(server));
            server.deliver(mail("甲"));
            server.deliver(mail("乙"));
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(2, null));
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(0, null));
            allStoredOnce(server);
        }
    }

    @Test
    void marksOrMovesOnlyAfterTheCommitAndOnlyIfWanted() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain(Habit.NO_UIDPLUS)) {
            Map<String, Object> form = form(server);
            form.put("afterwards", "SEEN");
            Mailbox mailbox = kept(form);
            server.deliver(mail("甲"));
            server.deliver(mail("乙"));
            AtomicBoolean refused = new AtomicBoolean();
            server.script((moment, command) -> {
                if (moment == Moment.RECEIVED && command.startsWith("UID STORE") && refused.compareAndSet(false, true)) {
                    assertThat(rows()).hasSize(2);
                    throw new ScriptedImap.Drop();
                }
            });
            assertThat(poll.poll(mailbox).trouble()).isNotNull();
            assertThat(server.seen()).isEmpty();
            assertThat(poll.poll(mailbox)).isEqualTo(new PollMailbox.Outcome(0, null));
            assertThat(server.seen()).containsExactly(1L, 2L);
            allStoredOnce(server);

            server.folder("Done");
            form.put("afterwards", "MOVE");
            form.put("moveTo", "Done");
            ADMIN.call(form).put("/api/v1/mailbox/accounts/" + mailbox.id()).then().statusCode(200);
            server.deliver(mail("丙"));
            poll.poll(mailboxes.byId(mailbox.id()));
            assertThat(server.uids("Done")).hasSize(1);
            assertThat(server.deleted()).containsExactly(3L);
        }
    }

    @Test
    void saysThatMailsCannotBeMovedWhereNoFolderIs() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            Map<String, Object> form = form(server);
            form.put("afterwards", "MOVE");
            form.put("moveTo", "已收");
            Mailbox mailbox = kept(form);
            server.deliver(mail("甲"));

            ADMIN.call().post("/api/v1/mailbox/accounts/" + mailbox.id() + "/test").then().statusCode(200)
                    .body("ok", equalTo(false)).body("words", containsString("没有要移到的文件夹“已收”"));
            assertThat(poll.poll(mailbox).trouble()).contains("没有要移到的文件夹“已收”");
            allStoredOnce(server);
            server.folder("&XfJlNg-");
            ADMIN.call().post("/api/v1/mailbox/accounts/" + mailbox.id() + "/test").then().statusCode(200)
                    .body("ok", equalTo(true));
            assertThat(poll.poll(mailbox).trouble()).isNull();
            assertThat(server.uids("&XfJlNg-")).hasSize(1);
        }
    }

    /** The environment can name what is kept already. */
    @Test
    void readsNoKeptMailboxIntoTheRowsOfTheOneThatTheEnvironmentNames() throws Exception {
        try (ScriptedImap server = ScriptedImap.plain()) {
            Mailbox mailbox = kept(form(server));
            Mailbox same = new Mailbox(mailbox.id(), mailbox.server(),
                    new Mailbox.Account(MailServer.MAILBOX, mailbox.account().password(), "INBOX"), mailbox.habits());
            QuarkusTransaction.requiringNew()
                    .run(() -> accounts.findById(mailbox.id()).change(same, same.account().password().sealedBy(vault)));

            assertThat(mailboxes.all()).extracting(Mailbox::id).containsExactly(Mailbox.CONFIGURED);
        }
    }

    private Mailbox kept(Map<String, Object> form) {
        String id = ADMIN.call(form).post("/api/v1/mailbox/accounts").then().statusCode(201).extract().path("id");
        return mailboxes.byId(id);
    }

    private Map<String, Object> form(ScriptedImap server) {
        return new HashMap<>(Map.of("host", "127.0.0.1", "port", server.port(), "security", "NONE", "profile", "NETEASE",
                "username", user, "password", ScriptedImap.PASSWORD));
    }

    private void allStoredOnce(ScriptedImap server) {
        List<Long> stored = rows().stream().map(InboxMessage::uid).toList();
        assertThat(stored).doesNotHaveDuplicates();
        assertThat(new HashSet<>(stored)).isEqualTo(server.uids("INBOX"));
    }

    private List<InboxMessage> rows() {
        return QuarkusTransaction.requiringNew().call(() -> messages.list("mailbox", user));
    }

    private byte[] mail(String subject) {
        return ("From: <someone@example.org>\r\nTo: <" + user + ">\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "没有要求的那句话，所以由人判断。\r\n").getBytes(UTF_8);
    }
}
