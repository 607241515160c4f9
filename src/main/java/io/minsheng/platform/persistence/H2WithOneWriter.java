package io.minsheng.platform.persistence;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Logger;

/**
 * H2, except that at most one transaction writes into a database at a time; any number may read meanwhile.
 * <p>
 * H2 saves its maps one after the other and lets others write in between, so that a process killed at the wrong moment leaves
 * rows without their index entries and halves of transactions (h2database issue 2080, open in 2.4.240; with eight writers 12 of
 * 20 kills did it here, with one writer at a time none of 40). Nothing that was acknowledged may be lost or torn, so writers
 * wait for each other here. PostgreSQL needs none of this.
 */
public final class H2WithOneWriter implements Driver {

    /** One per database file of this process, by the address without its settings. */
    private static final ConcurrentMap<String, OneWriter> WRITERS = new ConcurrentHashMap<>();

    private final Driver h2 = new org.h2.Driver();

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        OneWriter writer = writer(url);
        return WritingConnection.of(h2.connect(url, properties), writer);
    }

    private static OneWriter writer(String url) {
        return WRITERS.computeIfAbsent(url.split(";", 2)[0], database -> {
            OwnersFile.prepare(database);
            return new OneWriter();
        });
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return h2.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return h2.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return h2.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return h2.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return h2.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return h2.getParentLogger();
    }
}
