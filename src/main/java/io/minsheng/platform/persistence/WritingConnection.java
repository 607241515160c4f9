package io.minsheng.platform.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that takes the right to write before its first write and gives it back when the transaction is over. */
final class WritingConnection implements InvocationHandler {

    private final Connection connection;
    private final OneWriter writer;
    /** How many transactions have ended. */
    private final AtomicInteger ended = new AtomicInteger();

    private WritingConnection(Connection connection, OneWriter writer) {
        this.connection = connection;
        this.writer = writer;
    }

    static Connection of(Connection connection, OneWriter writer) {
        return proxy(Connection.class, new WritingConnection(connection, writer));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return self == arguments[0];
            case "createStatement":
                return statement(Statement.class, self, method, arguments, null);
            case "prepareStatement":
                return statement(PreparedStatement.class, self, method, arguments, (String) arguments[0]);
            case "prepareCall":
                return statement(CallableStatement.class, self, method, arguments, (String) arguments[0]);
            case "commit":
                return commit(method);
            case "rollback":
                return arguments != null && arguments[0] instanceof Savepoint ? call(connection, method, arguments)
                        : end(method, arguments);
            case "setAutoCommit", "close", "abort":
                return end(method, arguments);
            default:
                return call(connection, method, arguments);
        }
    }

    private Object statement(Class<? extends Statement> type, Object self, Method method, Object[] arguments, String sql)
            throws Throwable {
        Statement statement = (Statement) call(connection, method, arguments);
        Boolean writes = sql == null ? null : WritingSql.writes(sql);
        return proxy(type, (proxy, called, values) -> switch (called.getName()) {
            case "equals" -> proxy == values[0];
            case "getConnection" -> self;
            case "execute", "executeUpdate", "executeLargeUpdate", "executeQuery", "executeBatch", "executeLargeBatch" ->
                execute(statement, called, values,
                        writes != null ? writes : values == null || WritingSql.writes((String) values[0]));
            default -> call(statement, called, values);
        });
    }

    private Object execute(Statement statement, Method method, Object[] arguments, boolean writes) throws Throwable {
        if (!writes) {
            return call(statement, method, arguments);
        }
        begin();
        try {
            return call(statement, method, arguments);
        } finally {
            if (connection.isClosed() || connection.getAutoCommit()) {
                writer.end(connection);
            }
        }
    }

    /**
     * A transaction that took too long may be undone by another thread while its own waits here: it must not write any more.
     */
    private void begin() throws SQLException {
        int before = ended.get();
        boolean now = writer.begin(connection);
        if (ended.get() != before) {
            if (now) {
                writer.end(connection);
            }
            throw new SQLTransactionRollbackException("undone while it waited to write");
        }
    }

    /** What could not be committed is undone before others write: an undoing, too, is a write. */
    private Object commit(Method method) throws Throwable {
        try {
            return call(connection, method, null);
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            ended();
        }
    }

    private Object end(Method method, Object[] arguments) throws Throwable {
        try {
            return call(connection, method, arguments);
        } finally {
            ended();
        }
    }

    private void ended() {
        ended.incrementAndGet();
        writer.end(connection);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WritingConnection.class.getClassLoader(), new Class<?>[] { type }, handler));
    }
}
