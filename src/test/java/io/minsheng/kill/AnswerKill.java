package io.minsheng.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.minsheng.fixture.ManyAnswers;
import io.minsheng.fixture.PackagedServer;
import io.minsheng.fixture.ScriptedSmtp;
import io.minsheng.fixture.ScriptedSmtp.Moment;

/**
 * Kills the packaged server (SIGKILL) while it sends answers, and starts it again: in the end every answer is SENT or
 * UNCERTAIN, the sink holds none twice, and no more are UNCERTAIN than were in hand at the kills. Run it with {@code mvn
 * -Pkill verify}.
 */
public final class AnswerKill {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LAST_PATIENCE = Duration.ofMinutes(15);
    private static final List<Moment> MOMENTS = List.of(Moment.TOLD, Moment.KEPT, Moment.WITHIN_DATA, Moment.BEGUN);

    private final KilledDatabase database;
    private final ScriptedSmtp sink;
    private final Path program;
    private final Path data;
    private final int answers;
    private final int kills;
    private final int senders;

    private AnswerKill(KilledDatabase database, ScriptedSmtp sink, Path program, Path data, int answers, int kills,
            int senders) {
        this.database = database;
        this.sink = sink;
        this.program = program;
        this.data = data;
        this.answers = answers;
        this.kills = kills;
        this.senders = senders;
    }

    /** What was found at the end; {@code wrong} is empty when every promise was kept. */
    record Report(Map<String, Integer> outbox, int sink, List<String> wrong) {
    }

    /**
     * Runs.
     *
     * @param kind of the database, see {@link KilledDatabase}
     * @param program folder of the program packaged for it
     * @param senders how many mails the server has in hand at once, at most
     */
    static Report run(String kind, Path program, Path data, int answers, int kills, int senders) throws Exception {
        try (KilledDatabase database = KilledDatabase.of(kind, data); ScriptedSmtp sink = new ScriptedSmtp()) {
            return new AnswerKill(database, sink, program, data, answers, kills, senders).all();
        }
    }

    /**
     * {@code -Dkill.answers}, 5000 unless given; {@code -Dkill.times}, 20 unless given; {@code -Dkill.senders}, 1 unless given;
     * {@code -Ddb}, postgresql unless given.
     */
    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("minsheng-kill-answers").resolve("data");
        Report report = run(System.getProperty("db"), Path.of("target/quarkus-app"), data,
                Integer.getInteger("kill.answers", 5000),
                Integer.getInteger("kill.times", 20), Integer.getInteger("kill.senders", 1));
        if (!report.wrong().isEmpty()) {
            throw new IllegalStateException("BROKEN: " + report.wrong());
        }
        System.out.println("every promise about answers was kept");
    }

    private Report all() throws Exception {
        try (PackagedServer silent = server("off")) {
            silent.start();
            new ManyAnswers(silent).prepare(answers);
        }
        // only answers are looked at here
        database.change("delete from outbox_mail where kind <> 'ANSWER'");
        try (PackagedServer server = server("1s")) {
            server.start();
            for (int kill = 0; kill < kills; kill++) {
                // a started server has sent some before one can count
                strike(server, MOMENTS.get(kill % MOMENTS.size()), answers / (2 * (kills + 1)));
                server.start();
                System.out.printf("kill %d at %s: %d mails in the sink, outbox %s%n", kill + 1,
                        MOMENTS.get(kill % MOMENTS.size()), sink.messageIds().size(), database.byState("outbox_mail"));
            }
            awaitTheEnd();
            return report();
        }
    }

    private PackagedServer server(String sendInterval) throws IOException {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("MINSHENG_NODE", "killed");
        environment.put("MINSHENG_MAIL_SEND_INTERVAL", sendInterval);
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", String.valueOf(sink.port()));
        environment.put("QUARKUS_MAILER_FROM", "minsheng@example.cn");
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        return new PackagedServer(program, data, environment, PackagedServer.startedOften());
    }

    /** Kills after so many more mails, at this moment of the next. */
    private void strike(PackagedServer server, Moment at, int after) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(after);
        CountDownLatch dead = new CountDownLatch(1);
        sink.script(moment -> {
            if (moment == at && left.getAndDecrement() == 0) {
                sink.script(later -> {
                });
                server.kill();
                dead.countDown();
                throw new IOException("the server is dead");
            }
        });
        if (!dead.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("never came to " + at);
        }
    }

    private void awaitTheEnd() throws Exception {
        long until = System.nanoTime() + LAST_PATIENCE.toNanos();
        while (System.nanoTime() < until && (database.byState("outbox_mail").containsKey("QUEUED")
                || database.byState("outbox_mail").containsKey("SENDING"))) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private Report report() throws SQLException {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> outbox = database.byState("outbox_mail");
        check(Set.of("SENT", "UNCERTAIN").containsAll(outbox.keySet()), "answers by state " + outbox, wrong);
        check(outbox.values().stream().mapToInt(each -> each).sum() == answers, "answers " + outbox + " of " + answers, wrong);
        int uncertain = outbox.getOrDefault("UNCERTAIN", 0);
        check(uncertain <= kills * senders, "UNCERTAIN: " + uncertain + " after " + kills + " kills", wrong);
        Set<String> once = new HashSet<>(sink.messageIds());
        check(once.size() == sink.messageIds().size(), "the sink holds an answer twice", wrong);
        Set<String> sent = new HashSet<>();
        database.each("select message_id from outbox_mail where state = 'SENT'", row -> sent.add(row.getString(1)));
        check(once.containsAll(sent), "an answer is SENT that the sink does not hold", wrong);
        Map<String, Integer> ledger = new TreeMap<>();
        database.each("select state, count(*) from answer group by state", row -> ledger.put(row.getString(1), row.getInt(2)));
        check(ledger.getOrDefault("DELIVERED", 0) == sent.size() && ledger.getOrDefault("SENDING", 0) == uncertain,
                "ledger " + ledger + " for the outbox " + outbox, wrong);
        System.out.printf("answers %d, kills %d, outbox %s, ledger %s, in the sink %d (each once: %s)%n", answers, kills,
                outbox,
                ledger, sink.messageIds().size(), once.size() == sink.messageIds().size());
        return new Report(outbox, sink.messageIds().size(), wrong);
    }

    private static void check(boolean kept, String otherwise, List<String> wrong) {
        if (!kept) {
            wrong.add(otherwise);
        }
    }
}
