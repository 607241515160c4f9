package io.minsheng.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.minsheng.fixture.PackagedServer;
import io.minsheng.triage.similar.SimilarBench;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * What triage meets among 100,000 cases: the work list with its counts on a server, then similar cases and search
 * ({@link SimilarBench}). A part of {@link Bench}; its {@code main} measures this part alone. All open cases are copies of
 * one, so they differ in number only. The server does without the sentence model, since nothing here asks for it.
 */
public final class TriageBench {

    private TriageBench() {
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("minsheng-bench").resolve("data");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            run(data, Bench.database(postgres, "triage"));
        }
        SimilarBench.main(new String[0]);
    }

    private static void run(Path data, String url) throws Exception {
        try (PackagedServer server = Bench.server(data, url, "-Xmx512m", "-Dminsheng.similarity.model=off")) {
            server.start();
            PublicBench pages = new PublicBench(url, server);
            pages.submitted();
            pages.fillUp();
            pages.rest();
            System.out.printf("open work items:                   %8d%n", open(url));
            Bench.page(server, "/staff", "work list page");
            Bench.page(server, "/staff?tab=group", "… of what nobody has claimed");
            Bench.page(server, "/api/v1/tasks?size=20", "work list call");
            System.out.printf("resident memory, no sentence model:%8d MB%n", Bench.residentMegabytes(server));
        }
    }

    /** How many there are then. */
    private static int open(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            PublicBench.copy(statement, "work_item", "id, case_number, subject_id", "copies");
            // as the database does by itself some minutes after so many rows
            statement.execute("vacuum analyze");
            try (ResultSet open = statement.executeQuery("select count(*) from work_item where ended_at is null")) {
                open.next();
                return open.getInt(1);
            }
        }
    }
}
