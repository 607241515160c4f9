package io.minsheng.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2 lets one transaction write at a time, so that a kill cannot tear its file ({@code KillAnH2FileIT} kills). */
class OneWriterTest {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final H2WithOneWriter driver = new H2WithOneWriter();

    @BeforeEach
    void aTable() throws SQLException {
        try (Connection connection = open(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE letter (id INT PRIMARY KEY, words VARCHAR(20))");
        }
    }

    @Test
    void letsOthersReadWhileOneWrites() throws Exception {
        try (Connection writing = begun(); Connection reading = begun()) {
            insert(writing, 1);
            assertThat(count(reading)).isZero();
            writing.commit();
            assertThat(count(reading)).isOne();
        }
    }

    @Test
    void letsASecondWriteWhenTheFirstHasCommitted() throws Exception {
        try (Connection first = begun(); Connection second = begun()) {
            insert(first, 1);
            CompletableFuture<Void> other = inAnotherThread(() -> insert(second, 2));
            waits(other);
            first.commit();
            other.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void letsASecondWriteWhenTheFirstIsUndoneByAnotherThread() throws Exception {
        try (Connection first = begun(); Connection second = begun()) {
            insert(first, 1);
            CompletableFuture<Void> other = inAnotherThread(() -> insert(second, 2));
            waits(other);
            inAnotherThread(first::rollback).get(5, TimeUnit.SECONDS);
            other.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void letsAThreadWriteInASecondTransactionWhileItsFirstIsSuspended() throws Exception {
        try (Connection outer = begun(); Connection inner = begun(); Connection stranger = begun()) {
            insert(outer, 1);
            insert(inner, 2);
            inner.commit();
            CompletableFuture<Void> other = inAnotherThread(() -> insert(stranger, 3));
            waits(other);
            outer.commit();
            other.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void letsNobodyWriteInATransactionThatWasUndoneWhileItWaited() throws Exception {
        try (Connection first = begun(); Connection second = begun(); Connection third = begun()) {
            insert(first, 1);
            CompletableFuture<Void> other = inAnotherThread(() -> insert(second, 2));
            waits(other);
            second.rollback();
            first.commit();
            assertThatThrownBy(() -> other.get(5, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(SQLTransactionRollbackException.class);
            inAnotherThread(() -> insert(third, 3)).get(5, TimeUnit.SECONDS);
            assertThat(count(third)).isEqualTo(2);
        }
    }

    @Test
    void keepsNothingAfterAStatementThatCommitsItself() throws Exception {
        try (Connection first = open(); Connection second = open()) {
            insert(first, 1);
            assertThatThrownBy(() -> insert(first, 1)).isInstanceOf(SQLException.class);
            inAnotherThread(() -> insert(second, 2)).get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void keepsNothingForAConnectionClosedInTheMiddle() throws Exception {
        Connection first = begun();
        insert(first, 1);
        first.close();
        try (Connection second = begun()) {
            inAnotherThread(() -> insert(second, 1)).get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void makesABatchAndALockingReadWait() throws Exception {
        try (Connection first = begun(); Connection second = begun(); Connection third = begun()) {
            insert(first, 1);
            CompletableFuture<Void> batch = inAnotherThread(() -> {
                try (PreparedStatement statement = second.prepareStatement("INSERT INTO letter (id) VALUES (?)")) {
                    statement.setInt(1, 2);
                    statement.addBatch();
                    statement.executeBatch();
                }
                second.commit();
            });
            CompletableFuture<Void> lock = inAnotherThread(() -> {
                try (Statement statement = third.createStatement()) {
                    statement.executeQuery("SELECT id FROM letter WHERE id = 9 FOR UPDATE").close();
                }
            });
            waits(batch);
            waits(lock);
            first.commit();
            batch.get(5, TimeUnit.SECONDS);
            lock.get(5, TimeUnit.SECONDS);
        }
    }

    /** What a statement is told by its beginning. */
    @Nested
    class Sql {

        @ParameterizedTest
        @ValueSource(strings = { "select 1", "  (SELECT a FROM b) UNION (SELECT c FROM d)", "\nvalues (1)",
                "select for_update from t" })
        void reads(String sql) {
            assertThat(WritingSql.writes(sql)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = { "insert into a values (1)", "UPDATE a SET b = 1", "merge into a key (b) values (1)",
                "select * from a for  update", "SELECT a FROM b WHERE c = 1 FOR UPDATE SKIP LOCKED",
                "select next value for s", "call next value for s", "select nextval('s')", "create table a (b int)",
                "with a as (select 1) select * from a", "", "selection" })
        void writesOrMayWrite(String sql) {
            assertThat(WritingSql.writes(sql)).isTrue();
        }
    }

    private Connection open() throws SQLException {
        return driver.connect(url, new Properties());
    }

    private Connection begun() throws SQLException {
        Connection connection = open();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void insert(Connection connection, int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO letter (id) VALUES (?)")) {
            statement.setInt(1, id);
            statement.executeUpdate();
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM letter");
                ResultSet counted = statement.executeQuery()) {
            counted.next();
            return counted.getInt(1);
        }
    }

    private static void waits(CompletableFuture<Void> other) {
        assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private static CompletableFuture<Void> inAnotherThread(Sqls work) {
        return CompletableFuture.runAsync(() -> {
            try {
                work.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private interface Sqls {
        void run() throws SQLException;
    }
}
