package io.minsheng.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.minsheng.fixture.ManyAnswers;
import io.minsheng.fixture.PackagedServer;
import io.minsheng.fixture.ScriptedSmtp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * How fast signed answers go out to a mail server on the same machine, from the first to the last that is written down as sent.
 * A part of {@link Bench}; its {@code main} measures this part alone.
 */
public final class AnswerBench {

    private static final int ANSWERS = Integer.getInteger("bench.answers", 5_000);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private AnswerBench() {
    }

    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres postgres = Bench.durable()) {
            run(Bench.database(postgres, "answers"));
        }
    }

    private static void run(String url) throws Exception {
        Path data = Files.createTempDirectory("minsheng-bench-answers").resolve("data");
        try (ScriptedSmtp sink = new ScriptedSmtp()) {
            try (PackagedServer silent = server(data, url, sink, "off")) {
                silent.start();
                new ManyAnswers(silent).prepare(ANSWERS);
            }
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                    Statement statement = connection.createStatement();
                    PackagedServer server = server(data, url, sink, "1s")) {
                statement.execute("delete from outbox_mail where kind <> 'ANSWER'");
                server.start();
                while (sink.messageIds().isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                long began = System.nanoTime();
                int sent = 0;
                while (sent < ANSWERS && System.nanoTime() - began < PATIENCE.toNanos()) {
                    TimeUnit.MILLISECONDS.sleep(100);
                    sent = sent(statement);
                }
                System.out.printf("%d answers sent to a local server:   %8.0f /s%n", sent,
                        sent / ((System.nanoTime() - began) / 1e9));
            }
        }
    }

    private static int sent(Statement statement) throws Exception {
        try (ResultSet row = statement.executeQuery("select count(*) from outbox_mail where state = 'SENT'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static PackagedServer server(Path data, String url, ScriptedSmtp sink, String sendInterval) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url);
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        environment.put("MINSHENG_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("MINSHENG_MAIL_SEND_INTERVAL", sendInterval);
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", String.valueOf(sink.port()));
        environment.put("QUARKUS_MAILER_FROM", "minsheng@example.cn");
        environment.put("QUARKUS_MAILER_START_TLS", "DISABLED");
        return new PackagedServer(Path.of("target/quarkus-app"), data, environment, "-Xmx512m");
    }
}
