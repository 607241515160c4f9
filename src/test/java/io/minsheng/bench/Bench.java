package io.minsheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.minsheng.fixture.PackagedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Starts the packaged server on a fresh PostgreSQL that writes durably, and prints what it does. Run it with
 * {@code mvn -Pbench verify}.
 */
public final class Bench {

    private static final int CLIENTS = 8;
    private static final int OPEN_CASES = 10_000;
    /** The compiler needs a while for a program of this size when it shares two cores with the database and the clients. */
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration INSERTING = Duration.ofSeconds(12);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final String CONTENT = "我们小区建成三十年，六层没有电梯，住着四十多位七十岁以上的老人，上下楼很困难。".repeat(4);
    private static final String SUBMISSION = """
            {"campaign":"DZ2025","title":"给老旧小区加装电梯","category":"HOUSING","content":"%s","township":"tangxiang",
             "consent":true,"proposer":{"kind":"RESIDENT","name":"测试甲","phone":"13800001234","email":"bench@example.cn",
             "replyWanted":true}}""".formatted(CONTENT);

    private final String url;
    private final PackagedServer server;

    private Bench(String url, PackagedServer server) {
        this.url = url;
        this.server = server;
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("minsheng-bench").resolve("data");
        try (EmbeddedPostgres postgres = durable()) {
            Path archive = data.resolveSibling("app.jsa");
            try (PackagedServer plain = server(data, database(postgres, "plain"), "-Xmx512m",
                    "-XX:ArchiveClassesAtExit=" + archive)) {
                System.out.printf("start-up until ready, plain:       %8.2f s   (aim: under 8)%n",
                        plain.start().toMillis() / 1000.0);
            }
            String url = database(postgres, "measured");
            try (PackagedServer server = server(data, url, "-Xms128m", "-Xmx512m", "-XX:+UseSerialGC",
                    "-XX:SharedArchiveFile=" + archive)) {
                new Bench(url, server).run();
            }
        }
        AnswerBench.main(new String[0]);
        PublicBench.main(new String[0]);
        TriageBench.main(new String[0]);
    }

    /** The embedded server is quick and forgetful by default; here it must write like a real one. */
    static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on").start();
    }

    static String database(EmbeddedPostgres postgres, String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    static PackagedServer server(Path data, String url, String... jvm) throws IOException {
        return new PackagedServer(Path.of("target/quarkus-app"), data,
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", url, "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres", "MINSHENG_MASTER_KEY",
                        Base64.getEncoder().encodeToString(new byte[32]), "MALLOC_ARENA_MAX", "2"),
                jvm);
    }

    private void run() throws Exception {
        System.out.printf("PostgreSQL: fsync=%s synchronous_commit=%s%n", show("fsync"), show("synchronous_commit"));
        double inserts = inserts();
        System.out.printf("bare JDBC inserts, %d connections:   %8.0f /s%n", CLIENTS, inserts);
        System.out.printf("  with a class archive:            %8.2f s   (aim: under 8)%n", server.start().toMillis() / 1000.0);
        System.out.printf("submissions over HTTP, warming up:  %8.0f /s%n", submit(WARM_UP) / (double) WARM_UP.toSeconds());
        Cost before = Cost.now(url, server.pid());
        long done = submit(MEASURED);
        Cost after = Cost.now(url, server.pid());
        double submissions = done / (double) MEASURED.toSeconds();
        System.out.printf("submissions over HTTP, %d clients:  %8.0f /s  (aim: at least 150)%n", CLIENTS, submissions);
        System.out.printf("  of the bare insert rate:         %8.4f    (aim: at least 0.02)%n", submissions / inserts);
        System.out.printf("  each costs:                      %s%n", after.since(before, done));
        fillUp();
        System.out.printf("open work items:                   %8s%n", count("work_item where ended_at is null"));
        page(server, "/staff", "work list page");
        page(server, "/api/v1/tasks?size=20", "work list call");
        System.out.printf("resident memory, -Xmx512m:         %8d MB  (aim: under 700)%n", residentMegabytes(server));
        MailBench.run(url, server);
        server.close();
        System.out.printf("  and on the existing database:    %8.2f s%n", server.start().toMillis() / 1000.0);
        new DecisionBench(server, Integer.parseInt(count("work_item where queue = 'TRIAGE' and ended_at is null"))).run();
    }

    private double inserts() throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("create schema bench; create table bench.inserts (id bigint primary key, text varchar(10000))");
        }
        AtomicLong ids = new AtomicLong();
        AtomicLong done = new AtomicLong();
        concurrently(INSERTING, until -> {
            try (Connection connection = connect();
                    PreparedStatement insert = connection.prepareStatement("insert into bench.inserts values (?, ?)")) {
                while (System.nanoTime() < until) {
                    insert.setLong(1, ids.incrementAndGet());
                    insert.setString(2, CONTENT);
                    insert.executeUpdate();
                    done.incrementAndGet();
                }
            }
        });
        return done.get() / (double) INSERTING.toSeconds();
    }

    private long submit(Duration length) throws Exception {
        AtomicLong done = new AtomicLong();
        concurrently(length, until -> {
            while (System.nanoTime() < until) {
                int status = server.post("/api/v1/proposals", SUBMISSION, null).statusCode();
                if (status != 201) {
                    throw new IllegalStateException("a submission was answered with " + status);
                }
                done.incrementAndGet();
            }
        });
        return done.get();
    }

    private void fillUp() throws Exception {
        while (Long.parseLong(count("work_item where ended_at is null")) < OPEN_CASES) {
            submit(Duration.ofSeconds(5));
        }
    }

    static void page(PackagedServer server, String path, String name) throws Exception {
        long[] times = new long[220];
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            int status = server.get(path, "triage").statusCode();
            times[i] = System.nanoTime() - began;
            if (status != 200) {
                throw new IllegalStateException(path + " was answered with " + status);
            }
        }
        long[] warm = Arrays.copyOfRange(times, 20, times.length);
        Arrays.sort(warm);
        System.out.printf("%-34s %8.1f ms p95, %.1f ms median (aim: p95 under 100)%n", name + ":",
                warm[(int) (warm.length * 0.95)] / 1e6, warm[warm.length / 2] / 1e6);
    }

    private interface Work {
        void until(long nanoTime) throws Exception;
    }

    private static void concurrently(Duration length, Work work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long until = System.nanoTime() + length.toNanos();
        var running = java.util.stream.IntStream.range(0, CLIENTS).mapToObj(i -> clients.submit(() -> {
            work.until(until);
            return null;
        })).toList();
        clients.shutdown();
        for (var each : running) {
            each.get(length.toSeconds() + 120, TimeUnit.SECONDS);
        }
    }

    private String count(String from) throws SQLException {
        return ask("select count(*) from " + from);
    }

    private String show(String setting) throws SQLException {
        return ask("show " + setting);
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    static long residentMegabytes(PackagedServer server) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst().orElse(0) / 1024;
    }
}
