package io.minsheng.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.minsheng.fixture.PackagedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * What residents meet when many come at once: the public pages under load with a large register, and how much the first visit
 * loads. A part of {@link Bench}; its {@code main} measures this part alone.
 */
public final class PublicBench {

    private static final int CLIENTS = 32;
    private static final int CASES = Integer.getInteger("bench.cases", 100_000);
    private static final int OWN_CASES = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    /** How long a client that is a person looks at a page. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern STATIC = Pattern.compile("(?:href|src)=\"(/(?:css|js|img|favicon|webjars)[^\"]*)\"");
    private static final String SUBMISSION = """
            {"campaign":"DZ2025","title":"给老旧小区加装电梯","category":"HOUSING","content":"我们小区六层没有电梯，老人上下楼很困难。",
             "township":"tangxiang","consent":true,
             "proposer":{"kind":"RESIDENT","name":"测试甲","phone":"13800001234","replyWanted":true}}""";

    private final String url;
    private final PackagedServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    PublicBench(String url, PackagedServer server) {
        this.url = url;
        this.server = server;
    }

    /** A case whose code is known, with the cookie of a browser that has opened it. */
    record Own(String number, String code, String cookie) {

        String form() {
            return "number=" + number + "&code=" + URLEncoder.encode(code, UTF_8);
        }
    }

    private interface Call {
        HttpRequest of(Own own);
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("minsheng-bench").resolve("data");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String url = Bench.database(postgres, "pages");
            // without the sentence model: to read a hundred thousand texts that arrive at once would take it an hour
            try (PackagedServer server = Bench.server(data, url, "-Xms128m", "-Xmx512m", "-XX:+UseSerialGC",
                    "-Dminsheng.similarity.model=off")) {
                server.start();
                new PublicBench(url, server).run();
            }
        }
    }

    void run() throws Exception {
        List<Own> own = new ArrayList<>();
        for (int i = 0; i < OWN_CASES; i++) {
            own.add(submitted());
        }
        fillUp();
        rest();
        System.out.printf("cases in the register:             %8d%n", CASES);
        weight();
        load("home page", own, each -> get("/", null));
        load("form", own, each -> get("/propose", null));
        load("receipt", own, each -> post("/receipt", each));
        load("tracking page", own, each -> get("/track/" + each.number(), each.cookie()));
    }

    Own submitted() throws IOException, InterruptedException {
        String answer = server.post("/api/v1/proposals", SUBMISSION, null).body();
        String number = field(answer, "caseNumber");
        String code = field(answer, "queryCode");
        HttpResponse<Void> opened = http.send(post("/track", new Own(number, code, "")), BodyHandlers.discarding());
        return new Own(number, code, opened.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    /** Further cases are copies of one of these, each with its author and the first line of its time line. */
    void fillUp() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            String copies = "generate_series(1, " + CASES + " - (select count(*) from proposal)) as n";
            copy(statement, "author", "id", copies);
            copy(statement, "proposal", "id, case_number, author_id, process_instance", copies);
            copy(statement, "timeline_entry", "id, proposal_id", copies);
            // to look for the topics of so many that arrive at once would take a core half an hour
            statement.execute(
                    "insert into topic_case (proposal_id, placed_at, by_vectors) select 'copy' || n, now(), true from copies");
            statement.execute("analyze");
        }
    }

    /** Waits until the server has put the new cases into its index and is idle, as it is when nobody asks anything. */
    void rest() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int quiet = 0; quiet < 3; quiet++) {
            double before = server.cpuSeconds();
            TimeUnit.SECONDS.sleep(3);
            if (server.cpuSeconds() - before > 0.3) {
                quiet = -1;
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the server is still at work after " + PATIENCE);
            }
        }
    }

    static void copy(Statement statement, String table, String keys, String copies) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var all = statement.getConnection().getMetaData().getColumns(null, "public", table, null)) {
            while (all.next()) {
                columns.add(all.getString("COLUMN_NAME"));
            }
        }
        List<String> own = List.of(keys.split(", "));
        List<String> values = columns.stream().map(each -> !own.contains(each) ? "t." + each : switch (each) {
            case "case_number" -> "'COPY-' || n";
            case "process_instance" -> "null";
            default -> "'copy' || n";
        }).toList();
        statement.execute("create table if not exists copies as select n from " + copies);
        statement.execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from copies, (select * from " + table + " order by id limit 1) t");
    }

    private void load(String name, List<Own> own, Call call) throws Exception {
        during(WARM_UP, Duration.ZERO, own, call);
        double cpuBefore = server.cpuSeconds();
        List<Long> times = during(MEASURED, Duration.ZERO, own, call);
        double cpu = (server.cpuSeconds() - cpuBefore) * 1_000 / times.size();
        print(name, times, "that never rest (aim: p95 under 50); %.2f ms of the server's CPU each".formatted(cpu));
        print(name, during(MEASURED, PAUSE, own, call), "that look at each page for a second (aim: p95 under 50)");
    }

    private static void print(String name, List<Long> times, String how) {
        System.out.printf("%-34s %8.1f ms p95, %.1f ms median, %.0f /s, %d clients %s%n", name + ":",
                times.get((int) (times.size() * 0.95)) / 1e6, times.get(times.size() / 2) / 1e6,
                times.size() / (double) MEASURED.toSeconds(), CLIENTS, how);
    }

    /**
     * Nanoseconds of each call, in order of length.
     *
     * @param pause of a client after each answer
     */
    private List<Long> during(Duration length, Duration pause, List<Own> own, Call call) throws Exception {
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long until = System.nanoTime() + length.toNanos();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            running.add(clients.submit(() -> {
                // they do not come all at the same moment
                TimeUnit.NANOSECONDS.sleep((long) (ThreadLocalRandom.current().nextDouble() * pause.toNanos()));
                while (System.nanoTime() < until) {
                    HttpRequest request = call.of(own.get(ThreadLocalRandom.current().nextInt(own.size())));
                    long began = System.nanoTime();
                    HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
                    times.add(System.nanoTime() - began);
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(request.uri() + " was answered with " + answer.statusCode());
                    }
                    TimeUnit.NANOSECONDS.sleep(pause.toNanos());
                }
                return null;
            }));
        }
        clients.shutdown();
        for (Future<?> each : running) {
            each.get(length.toSeconds() + 60, TimeUnit.SECONDS);
        }
        return times.stream().sorted().toList();
    }

    /** The home page and everything it names, as they go over the wire. */
    private void weight() throws IOException, InterruptedException {
        String page = http.send(get("/", null), BodyHandlers.ofString()).body();
        long bytes = packed("/");
        Matcher parts = STATIC.matcher(page);
        int count = 1;
        while (parts.find()) {
            bytes += packed(parts.group(1));
            count++;
        }
        System.out.printf("first visit of the home page:      %8.1f KB in %d parts, compressed (aim: under 150)%n",
                bytes / 1024.0,
                count);
    }

    private long packed(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path)).header("Accept-Encoding", "gzip").build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        return answer.body().length
                + answer.headers().map().entrySet().stream().mapToLong(each -> each.toString().length()).sum();
    }

    private HttpRequest get(String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path)).timeout(Duration.ofSeconds(30));
        return cookie == null ? request.build() : request.header("Cookie", cookie).build();
    }

    private HttpRequest post(String path, Own own) {
        return HttpRequest.newBuilder(server.uri(path)).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(own.form())).build();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }
}
