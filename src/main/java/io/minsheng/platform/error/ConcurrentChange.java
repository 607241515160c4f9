package io.minsheng.platform.error;

import java.sql.SQLException;
import java.util.List;

import jakarta.persistence.OptimisticLockException;

/**
 * Tells failures that mean “somebody else did it at the same moment” from others: optimistic locking of ours and of the engine,
 * PostgreSQL's deadlock and serialization failures, H2's, unique keys taken at the same moment. Answered with 409.
 */
public final class ConcurrentChange {

    /** What the person is told. */
    public static final String DETAIL = "刚才有人同时办理了同一事项，请刷新后重试。";

    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final int H2_LOCK_TIMEOUT = 50200;

    private ConcurrentChange() {
    }

    public static boolean caused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause.getClass().getSimpleName().contains("OptimisticLocking")) {
                return true;
            }
            if (cause instanceof SQLException sql && isConcurrent(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConcurrent(SQLException sql) {
        return sql.getErrorCode() == H2_CONCURRENT_UPDATE || sql.getErrorCode() == H2_LOCK_TIMEOUT
                || sql.getSQLState() != null
                        && List.of("40001", "40P01", "23505", "HYT00", "55P03").contains(sql.getSQLState());
    }
}
