package io.minsheng.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The right to write into a database, held from a transaction's first write to its end. A thread that holds it may begin
 * further transactions while the first is suspended; other threads wait in the order in which they came. A transaction
 * may be ended by another thread than its own (one that took too long).
 */
final class OneWriter {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TIMED_OUT_STATE = "HYT00";
    /** H2's own code for a lock that was not free in time, so that it is taken for just that. */
    private static final int LOCK_TIMEOUT = 50200;

    private final Semaphore right = new Semaphore(1, true);
    private final Set<Connection> writing = Collections.newSetFromMap(new IdentityHashMap<>());
    private Thread holder;

    /**
     * Waits until this connection may write; does nothing if it already may.
     *
     * @return whether it has got the right just now
     * @throws SQLTimeoutException if others were writing for half a minute
     */
    boolean begin(Connection connection) throws SQLException {
        synchronized (this) {
            if (writing.contains(connection)) {
                return false;
            }
            if (holder == Thread.currentThread()) {
                return writing.add(connection);
            }
        }
        acquire();
        synchronized (this) {
            holder = Thread.currentThread();
            return writing.add(connection);
        }
    }

    /** The connection's transaction is over; does nothing if it has not written. */
    synchronized void end(Connection connection) {
        if (writing.remove(connection) && writing.isEmpty()) {
            holder = null;
            right.release();
        }
    }

    private void acquire() throws SQLException {
        try {
            if (!right.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new SQLTimeoutException("others have been writing for " + PATIENCE, TIMED_OUT_STATE, LOCK_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting to write", TIMED_OUT_STATE, LOCK_TIMEOUT, e);
        }
    }
}
