package io.minsheng.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.minsheng.fixture.PackagedServer;
import io.minsheng.fixture.ScriptedImap;
import io.minsheng.fixture.ScriptedSmtp;
import io.minsheng.fixture.TinyPicture;

/**
 * Lets the packaged server take in mails and kills it (SIGKILL) at marked points, each time starting it again. Mailbox and sink
 * are in this process, so what the server was given and what it handed over is known exactly; points inside its transactions
 * are made by holding a table of PostgreSQL, and are left to chance on H2, which lets nobody hold one. At the end every mail
 * must be one row and every acknowledgement be accounted for. Run it with {@code mvn -Pkill verify}.
 */
public final class MailKill {

    private static final String PHRASE = "大足区2025年重点民生实事建议征集";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LAST_PATIENCE = Duration.ofMinutes(10);
    /** Longer than a portion takes. */
    private static final int MOST_MILLIS = 4_000;
    /** One thread sends. */
    private static final int SENDERS = 1;

    private final ScriptedImap mailbox;
    private final ScriptedSmtp sink;
    private final PackagedServer server;
    private final KilledDatabase database;
    private final Random random = new Random();
    private final Map<String, Integer> expected = new TreeMap<>();
    private int delivered;
    private int kills;

    private MailKill(Path program, Path data, KilledDatabase database) throws IOException {
        this.database = database;
        this.mailbox = ScriptedImap.plain(ScriptedImap.Habit.NO_UIDPLUS, ScriptedImap.Habit.REFUSES_DESCENDING);
        this.sink = new ScriptedSmtp();
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("MINSHENG_NODE", "killed");
        environment.put("MINSHENG_MAILBOX_ENABLED", "true");
        environment.put("MINSHENG_MAILBOX_HOST", "127.0.0.1");
        environment.put("MINSHENG_MAILBOX_PORT", String.valueOf(mailbox.port()));
        environment.put("MINSHENG_MAILBOX_SECURITY", "none");
        environment.put("MINSHENG_MAILBOX_USERNAME", "minsheng@example.cn");
        environment.put("MINSHENG_MAILBOX_PASSWORD", ScriptedImap.PASSWORD);
        environment.put("MINSHENG_MAILBOX_POLL_INTERVAL", "PT1S");
        environment.put("MINSHENG_MAILBOX_LOOK_INTERVAL", "1s");
        environment.put("MINSHENG_MAILBOX_PROCESS_INTERVAL", "1s");
        environment.put("MINSHENG_MAILBOX_AFTERWARDS", "seen");
        environment.put("MINSHENG_MAIL_SEND_INTERVAL", "1s");
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", String.valueOf(sink.port()));
        environment.put("QUARKUS_MAILER_FROM", "minsheng@example.cn");
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        this.server = new PackagedServer(program, data, environment, PackagedServer.startedOften());
    }

    /** What was found at the end; {@code wrong} is empty when every promise was kept. */
    record Report(int kills, Map<String, Integer> inbox, Map<String, Integer> outbox, int sink, List<String> wrong) {
    }

    /**
     * Runs.
     *
     * @param kind of the database, see {@link KilledDatabase}
     * @param program folder of the program packaged for it
     * @param mails how many mails; they come in as many portions as there are points
     */
    static Report run(String kind, Path program, Path data, int mails, List<KillPoint> points) throws Exception {
        try (KilledDatabase database = KilledDatabase.of(kind, data)) {
            MailKill run = new MailKill(program, data, database);
            try (run.mailbox; run.sink; run.server) {
                return run.all(mails, points);
            }
        }
    }

    /**
     * Arguments: none. The number of mails is {@code -Dkill.mails}, 1000 unless given; the points {@code -Dkill.points}, with
     * commas, all unless given; the database {@code -Ddb}, postgresql unless given.
     */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("minsheng-kill").resolve("data");
        Report report = run(System.getProperty("db"), Path.of("target/quarkus-app"), data,
                Integer.getInteger("kill.mails", 1000),
                points(System.getProperty("kill.points")));
        System.out.println(report.wrong().isEmpty() ? "every promise was kept" : "BROKEN: " + report.wrong());
        System.exit(report.wrong().isEmpty() ? 0 : 1);
    }

    private static List<KillPoint> points(String named) {
        return named == null ? List.of(KillPoint.values())
                : Arrays.stream(named.split(",")).map(String::strip).map(KillPoint::valueOf).toList();
    }

    private Report all(int mails, List<KillPoint> points) throws Exception {
        System.out.printf("%-4s %-48s %8s %8s %8s%n", "kill", "at", "mails", "rows", "sent");
        server.start();
        for (KillPoint point : points) {
            int share = (mails - delivered) / (points.size() - kills);
            strike(point, share);
            kills++;
            server.start();
            System.out.printf("%-4d %-48s %8d %8s %8d%n", kills, point.says(), delivered, number("inbox_message"),
                    sink.messageIds().size());
        }
        awaitTheEnd();
        return report();
    }

    private void strike(KillPoint point, int share) throws Exception {
        if (point.table() != null && !database.canBeHeld()) {
            if (point == KillPoint.TOLD) {
                strikeAt(point, ScriptedSmtp.Moment.TOLD, share);
            } else {
                strikeSomewhere(share);
            }
        } else if (point == KillPoint.TOLD) {
            strikeBetweenTheirAnswerAndOurCommit(share);
        } else if (point.table() != null) {
            awaitThat("(select count(*) from inbox_message where marked_at is not null) = " + delivered);
            try (Connection observer = database.connect();
                    HeldTable held = new HeldTable(point.table(), database.connect(), observer)) {
                deliver(share);
                held.awaitVictim(point.command(), PATIENCE);
                server.kill();
            }
        } else if (point == KillPoint.READING) {
            deliver(share);
            awaitThat("exists (select 1 from inbox_message where state = 'NEW' and tries > 0)");
            server.kill();
        } else {
            strikeAt(point, point.smtp(), share);
        }
    }

    /** Where a transaction cannot be stopped from outside, chance must find its moments. */
    private void strikeSomewhere(int share) throws Exception {
        int before = delivered;
        deliver(share);
        awaitThat("(select count(*) from inbox_message) > " + before);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_MILLIS));
        server.kill();
    }

    private void strikeAt(KillPoint point, ScriptedSmtp.Moment smtp, int share) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        mailbox.script((moment, command) -> {
            if (moment == point.imap() && command.startsWith(point.command())) {
                mailbox.script((later, any) -> {
                });
                killNow(reached);
            }
        });
        sink.script(moment -> {
            if (moment == smtp) {
                sink.script(later -> {
                });
                killNow(reached);
            }
        });
        deliver(share);
        if (!reached.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("never came to: " + point.says());
        }
    }

    private void killNow(CountDownLatch reached) throws IOException, InterruptedException {
        server.kill();
        reached.countDown();
        throw new ScriptedImap.Drop();
    }

    /** The sink holds the table of outgoing mails before it says 250, so that the server hears it and cannot write it down. */
    private void strikeBetweenTheirAnswerAndOurCommit(int share) throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        List<HeldTable> held = new ArrayList<>();
        try (Connection observer = database.connect()) {
            sink.script(moment -> {
                if (moment == ScriptedSmtp.Moment.KEPT && held.isEmpty()) {
                    try {
                        held.add(new HeldTable("outbox_mail", database.connect(), observer));
                    } catch (SQLException e) {
                        throw new IOException(e);
                    }
                } else if (moment == ScriptedSmtp.Moment.TOLD) {
                    sink.script(later -> {
                    });
                    told.countDown();
                }
            });
            deliver(share);
            if (!told.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("no mail was handed over");
            }
            held.get(0).awaitVictim("update outbox_mail", PATIENCE);
            server.kill();
        } finally {
            for (HeldTable each : held) {
                each.close();
            }
        }
    }

    /** Of ten mails seven are suggestions, one a copy, one from a machine, one without the required words. */
    private void deliver(int count) {
        for (int i = 0; i < count; i++) {
            int number = delivered++;
            int kind = number % 10;
            int of = kind == 7 ? number - 1 : number;
            String more = kind == 8 ? "Auto-Submitted: auto-replied\r\n" : "Message-ID: <kill-" + of + "@example.org>\r\n";
            mailbox.deliver((more + "From: <author" + of + "@example.org>\r\nTo: <minsheng@example.cn>\r\nSubject: =?utf-8?B?"
                    + base64(kind == 9 ? "没有那句话" : PHRASE + "：第" + of + "条建议") + "?=\r\nMIME-Version: 1.0\r\n"
                    + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n" + base64("我们小区六层没有电梯，老人上下楼很困难，这是第" + of + "封信。")
                    + "\r\n--b\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n"
                    + "Content-Disposition: attachment; filename=a.png\r\n\r\n" + TinyPicture.PNG + "\r\n--b--\r\n")
                    .getBytes(UTF_8));
            expected.merge(kind == 7 ? "DUPLICATE" : kind == 8 ? "IGNORED" : kind == 9 ? "REVIEW" : "CASE", 1, Integer::sum);
        }
    }

    private void awaitTheEnd() throws Exception {
        long until = System.nanoTime() + LAST_PATIENCE.toNanos();
        while (!is("(select count(*) from inbox_message) = " + delivered
                + " and not exists (select 1 from inbox_message where state in ('NEW', 'FAILED'))"
                + " and not exists (select 1 from outbox_mail where state in ('QUEUED', 'SENDING'))")
                && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        TimeUnit.SECONDS.sleep(3);
    }

    private Report report() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> inbox = database.byState("inbox_message");
        Map<String, Integer> outbox = database.byState("outbox_mail");
        check(inbox.equals(expected), "rows by state " + inbox + " instead of " + expected, wrong);
        check(is("(select count(*) from inbox_message) = (select count(distinct uid) from inbox_message)"),
                "a mail has two rows",
                wrong);
        int cases = expected.getOrDefault("CASE", 0);
        check(number("proposal") == cases && is("(select count(distinct source_message) from proposal) = " + cases),
                "cases: " + number("proposal") + " instead of " + cases, wrong);
        int triage = (int) (long) number("work_item where queue = 'TRIAGE' and ended_at is null");
        check(triage == cases, "triage tasks: " + triage + " instead of " + cases, wrong);
        int review = (int) (long) number("work_item where queue = 'REVIEW' and ended_at is null");
        check(review == expected.getOrDefault("REVIEW", 0), "review tasks: " + review, wrong);
        check(Set.of("SENT", "UNCERTAIN").containsAll(outbox.keySet()) && number("outbox_mail") == cases,
                "acknowledgements " + outbox + " instead of " + cases, wrong);
        int uncertain = outbox.getOrDefault("UNCERTAIN", 0);
        check(uncertain <= kills * SENDERS, "UNCERTAIN: " + uncertain + " after " + kills + " kills", wrong);
        Set<String> once = new HashSet<>(sink.messageIds());
        check(once.size() == sink.messageIds().size(), "the sink holds a mail twice", wrong);
        check(once.containsAll(sent()), "a mail is SENT that the sink does not hold", wrong);
        check(mailbox.seen().size() == delivered, "marked on the server: " + mailbox.seen().size(), wrong);
        JsonNode compared = new ObjectMapper().readTree(server.get("/api/v1/mailbox/reconciliation", "triage").body());
        check(compared.at("/server").asInt() == delivered && compared.at("/missing").isEmpty(), "reconciliation: " + compared,
                wrong);
        System.out.printf("mails %d, rows %s, cases %d, acknowledgements %s, in the sink %d (each once), missing %s%n",
                delivered,
                inbox, number("proposal"), outbox, once.size(), compared.at("/missing"));
        return new Report(kills, inbox, outbox, sink.messageIds().size(), wrong);
    }

    private static void check(boolean kept, String otherwise, List<String> wrong) {
        if (!kept) {
            wrong.add(otherwise);
        }
    }

    private Set<String> sent() throws SQLException {
        Set<String> sent = new HashSet<>();
        database.each("select message_id from outbox_mail where state = 'SENT'", row -> sent.add(row.getString(1)));
        return sent;
    }

    private long number(String from) throws SQLException {
        long[] number = new long[1];
        database.each("select count(*) from " + from, row -> number[0] = row.getLong(1));
        return number[0];
    }

    private boolean is(String condition) throws SQLException {
        boolean[] is = new boolean[1];
        database.each("select " + condition, row -> is[0] = row.getBoolean(1));
        return is[0];
    }

    private void awaitThat(String condition) throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            while (System.nanoTime() < until) {
                try (ResultSet row = statement.executeQuery("select " + condition)) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        throw new IllegalStateException("never so: " + condition);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
