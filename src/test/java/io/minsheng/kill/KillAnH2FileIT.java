package io.minsheng.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process killed while eight threads write into an H2 file leaves whole transactions and whole indexes, and all that it
 * said was written. With H2's own driver more than half of such kills leave a torn file.
 */
class KillAnH2FileIT {

    private static final int KILLS = 8;

    @TempDir
    static Path folder;
    private static String url;

    @BeforeAll
    static void makeTables() throws SQLException {
        url = "jdbc:h2:file:" + folder.resolve("db") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        WriteUntilKilled.makeTables(url);
    }

    @RepeatedTest(KILLS)
    void leavesWholeTransactionsAndIndexes() throws Exception {
        Set<String> acknowledged = writeAndKill();
        Set<String> pairs = new HashSet<>();
        Set<String> halves = new HashSet<>();
        try (Connection connection = WriteUntilKilled.open(url); Statement statement = connection.createStatement()) {
            for (int i = 0; i < WriteUntilKilled.TABLES; i++) {
                int rows = 0;
                try (ResultSet found = statement.executeQuery("SELECT pair FROM half_" + i)) {
                    for (; found.next(); rows++) {
                        if (!halves.remove(found.getString(1))) {
                            halves.add(found.getString(1));
                        }
                        pairs.add(found.getString(1));
                    }
                }
                assertThat(throughIndex(statement, i)).as("index of table " + i).isEqualTo(rows);
            }
        }
        assertThat(pairs).as("acknowledged before the kill").containsAll(acknowledged);
        assertThat(halves).as("halves of a transaction").isEmpty();
    }

    private static int throughIndex(Statement statement, int table) throws SQLException {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM half_" + table + " WHERE pair >= ''")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static Set<String> writeAndKill() throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.log");
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-cp",
                System.getProperty("java.class.path"), WriteUntilKilled.class.getName(), url)
                .redirectError(errors.toFile()).start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader said = process.inputReader()) {
            int enough = ThreadLocalRandom.current().nextInt(100, 1_000);
            for (String pair = said.readLine(); pair != null && acknowledged.size() < enough; pair = said.readLine()) {
                acknowledged.add(pair);
            }
            assertThat(process.isAlive()).as(Files.readString(errors)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return acknowledged;
    }
}
