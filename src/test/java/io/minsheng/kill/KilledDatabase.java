package io.minsheng.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The database of a server that is killed, looked into from outside while the server runs. */
abstract class KilledDatabase implements AutoCloseable {

    /**
     * The database of a kind.
     *
     * @param kind {@code h2} or {@code postgresql}, as the program was packaged
     * @param data data folder of the server
     */
    static KilledDatabase of(String kind, Path data) throws IOException {
        return "h2".equals(kind) ? new H2(data) : new Postgres();
    }

    /** What the server has to be told to use it. */
    abstract Map<String, String> environment();

    /** A connection beside those of the server. */
    abstract Connection connect() throws SQLException;

    /** Whether tables can be held from outside, so that the server stops in the midst of a transaction. */
    abstract boolean canBeHeld();

    /** Changes it while no server runs. */
    abstract void change(String sql) throws SQLException;

    /** What to do with a row. */
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    void each(String sql, Row take) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                take.take(rows);
            }
        }
    }

    /** How many rows are in each state. */
    Map<String, Integer> byState(String table) throws SQLException {
        Map<String, Integer> states = new TreeMap<>();
        each("select state, count(*) from " + table + " group by state", row -> states.put(row.getString(1), row.getInt(2)));
        return states;
    }

    @Override
    public abstract void close() throws IOException;

    private static final class Postgres extends KilledDatabase {

        private final EmbeddedPostgres postgres;

        Postgres() throws IOException {
            postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .start();
        }

        @Override
        Map<String, String> environment() {
            return Map.of("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"),
                    "QUARKUS_DATASOURCE_USERNAME", "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                    "MINSHENG_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        }

        @Override
        Connection connect() throws SQLException {
            return DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }

        @Override
        boolean canBeHeld() {
            return true;
        }

        @Override
        void change(String sql) throws SQLException {
            try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }

    /** The server's own file as it is by default, but that it lets others in to read. */
    private static final class H2 extends KilledDatabase {

        /** Without DB_CLOSE_ON_EXIT=FALSE, which does not go with others reading; no exit is reached anyhow. */
        private static final String SETTINGS = ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1;AUTO_SERVER=TRUE";

        private final String url;

        H2(Path data) {
            url = "jdbc:h2:file:" + data.toAbsolutePath().resolve("minsheng") + SETTINGS;
        }

        @Override
        Map<String, String> environment() {
            return Map.of("QUARKUS_DATASOURCE_JDBC_URL", url);
        }

        @Override
        Connection connect() throws SQLException {
            return new org.h2.Driver().connect(url, null);
        }

        @Override
        boolean canBeHeld() {
            return false;
        }

        @Override
        void change(String sql) throws SQLException {
            try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                statement.execute(sql);
                // or else it would stay open in this process
                statement.execute("shutdown");
            }
        }

        @Override
        public void close() {
            // the file belongs to the data folder
        }
    }
}
