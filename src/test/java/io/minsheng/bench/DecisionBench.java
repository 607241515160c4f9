package io.minsheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.minsheng.fixture.ManyCases;
import io.minsheng.fixture.PackagedServer;

/**
 * How long it takes until every case of a list has heard what was decided, and how much the package for the meeting costs: the
 * list has five hundred candidates, the first of which holds all the other cases.
 */
final class DecisionBench {

    private static final int ITEMS = 500;
    private static final int PACKAGES = 20;

    private final PackagedServer server;
    private final ManyCases cases;
    private final int number;

    /** @param number how many cases wait for triage */
    DecisionBench(PackagedServer server, int number) {
        this.server = server;
        this.cases = new ManyCases(server);
        this.number = number;
    }

    void run() throws Exception {
        String list = cases.shortlist(Math.min(ITEMS, number));
        measure("freezing, until all are told", list, () -> cases.freeze(list));
        build(list, "docx");
        build(list, "xlsx");
        measure("decision, until all are told", list, () -> cases.decide(list, "NOT_ADOPTED"));
    }

    private interface Act {
        void happens() throws Exception;
    }

    private void measure(String name, String list, Act act) throws Exception {
        long began = System.nanoTime();
        double cpu = cpuSeconds();
        act.happens();
        cases.awaitTold(list);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s:      %8.1f s   for %d cases, %.0f /s, CPU %.1f s%n", name, seconds, number, number / seconds,
                cpuSeconds() - cpu);
    }

    private void build(String list, String kind) throws Exception {
        server.get("/api/v1/lists/" + list + "/package." + kind, "chief");
        double cpu = cpuSeconds();
        long began = System.nanoTime();
        for (int i = 0; i < PACKAGES; i++) {
            int status = server.get("/api/v1/lists/" + list + "/package." + kind, "chief").statusCode();
            if (status != 200) {
                throw new IllegalStateException("the package was answered with " + status);
            }
        }
        System.out.printf("package of %d items, %s:          %8.0f ms  CPU %.0f ms%n", Math.min(ITEMS, number), kind,
                Duration.ofNanos(System.nanoTime() - began).toMillis() / (double) PACKAGES,
                (cpuSeconds() - cpu) * 1000 / PACKAGES);
    }

    /** User and system time of the server so far; clock ticks are hundredths on every Linux that Java runs on. */
    private double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + server.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }
}
