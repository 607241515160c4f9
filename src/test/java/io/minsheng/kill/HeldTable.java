package io.minsheng.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A table of PostgreSQL that is held from outside, so that a server stops in the midst of its transaction at the statement that
 * wants it. This makes a point inside a transaction to kill at without the program knowing of it.
 */
final class HeldTable implements AutoCloseable {

    private final Connection holder;
    private final Connection observer;

    /**
     * Holds the table: others read it, nobody writes.
     *
     * @param holder a connection of its own
     * @param observer another one
     */
    HeldTable(String table, Connection holder, Connection observer) throws SQLException {
        this.holder = holder;
        this.observer = observer;
        holder.setAutoCommit(false);
        try (Statement lock = holder.createStatement()) {
            lock.execute("lock table " + table + " in share mode");
        }
    }

    /** Waits until a statement that begins so waits for the table. */
    void awaitVictim(String statement, Duration patience) throws SQLException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!isWaiting(statement)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("nobody came to: " + statement);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private boolean isWaiting(String statement) throws SQLException {
        try (PreparedStatement look = observer.prepareStatement(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike ?")) {
            look.setString(1, statement + "%");
            try (ResultSet row = look.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
    }
}
