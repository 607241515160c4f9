package io.minsheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What server and database have used up so far. Processor time and transactions say more than rates where the machine does
 * other work besides, or has another number of cores.
 *
 * @param server milliseconds of processor time
 * @param database the same of all its processes that are there
 * @param transactions that ended in the measured database
 */
record Cost(double server, double database, long transactions) {

    private static final double MILLIS_PER_TICK = 10;
    /** So late at most the database tells of a transaction. */
    private static final long STATISTICS_MILLIS = 1_200;

    static Cost now(String url, long serverPid) throws IOException, SQLException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(STATISTICS_MILLIS);
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select xact_commit + xact_rollback, current_setting('data_directory')"
                        + " from pg_stat_database where datname = current_database()")) {
            row.next();
            long postmaster = Long.parseLong(Files.readAllLines(Path.of(row.getString(2), "postmaster.pid")).get(0).strip());
            ProcessHandle all = ProcessHandle.of(postmaster).orElseThrow();
            double database = Stream.concat(Stream.of(all), all.children()).mapToDouble(each -> millis(each.pid())).sum();
            return new Cost(millis(serverPid), database, row.getLong(1));
        }
    }

    /** In words, what was used since for each of so many. */
    String since(Cost before, long count) {
        return "%8.2f ms of processor time of the server, %.2f ms of the database, %.2f transactions".formatted(
                (server - before.server) / count, (database - before.database) / count,
                (transactions - before.transactions) / (double) count);
    }

    /** User and system time of a process (proc(5)); 0 once it is gone. */
    private static double millis(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
        } catch (IOException gone) {
            return 0;
        }
    }
}
