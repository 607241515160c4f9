package io.minsheng.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;

import io.minsheng.platform.persistence.H2WithOneWriter;

/**
 * A process to be killed: eight threads write pairs of rows into two of many tables of an H2 file for as long as it
 * lives. What a whole file must be like is in {@link KillAnH2FileIT}. Many tables, because the more maps H2 has to save,
 * the longer others have for writing in between.
 */
final class WriteUntilKilled {

    static final int TABLES = 200;
    private static final int WRITERS = 8;

    private WriteUntilKilled() {
    }

    /** @param arguments the address of the database */
    public static void main(String[] arguments) throws InterruptedException {
        BlockingQueue<String> committed = new LinkedBlockingQueue<>();
        for (int i = 0; i < WRITERS; i++) {
            new Thread(() -> write(arguments[0], committed)).start();
        }
        while (true) {
            System.out.println(committed.take());
        }
    }

    static Connection open(String url) throws SQLException {
        return new H2WithOneWriter().connect(url, new Properties());
    }

    static void makeTables(String url) throws SQLException {
        try (Connection connection = open(url); Statement statement = connection.createStatement()) {
            for (int i = 0; i < TABLES; i++) {
                statement.execute("CREATE TABLE half_" + i + " (id VARCHAR(40) PRIMARY KEY, pair VARCHAR(40))");
                statement.execute("CREATE INDEX ix_half_" + i + "_pair ON half_" + i + " (pair)");
            }
        }
    }

    /** Printing would make the writers wait for each other, so somebody else prints. */
    private static void write(String url, BlockingQueue<String> committed) {
        try (Connection connection = open(url)) {
            connection.setAutoCommit(false);
            while (true) {
                String pair = UUID.randomUUID().toString();
                insert(connection, pair + "-1", pair);
                insert(connection, pair + "-2", pair);
                connection.commit();
                committed.add(pair);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, String id, String pair) throws SQLException {
        int table = ThreadLocalRandom.current().nextInt(TABLES);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO half_" + table + " VALUES (?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, pair);
            insert.executeUpdate();
        }
    }
}
