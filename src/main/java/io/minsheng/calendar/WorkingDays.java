package io.minsheng.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The working calendar as every node sees it. It is read far more often than it changes (once a year), so a picture is kept; a
 * year imported on another node is seen here within a minute.
 */
@ApplicationScoped
public class WorkingDays {

    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

    private final WorkdayExceptions exceptions;
    private final ReentrantLock taking = new ReentrantLock();
    private volatile Picture picture;

    WorkingDays(WorkdayExceptions exceptions) {
        this.exceptions = exceptions;
    }

    public boolean isWorkingDay(LocalDate day) {
        return calendar().isWorkingDay(day);
    }

    /** Whether the year's notice has been imported. */
    public boolean isKnownYear(int year) {
        return calendar().isKnownYear(year);
    }

    /** See {@link WorkCalendar#plusWorkingDays}. */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        return calendar().plusWorkingDays(day, n);
    }

    /** The present picture; use one for several questions that must agree. */
    public WorkCalendar calendar() {
        Picture current = picture;
        if (current != null && System.nanoTime() - current.takenAt <= FRESH_NANOS) {
            return current.calendar;
        }
        if (!taking.tryLock()) {
            // not to wait for one who may be waiting for a second connection while others hold all there are
            return new WorkCalendar(QuarkusTransaction.joiningExisting().call(exceptions::listAll));
        }
        try {
            return takeAgain();
        } finally {
            taking.unlock();
        }
    }

    private WorkCalendar takeAgain() {
        // in a transaction of its own: nobody's uncommitted import may get into the shared picture
        Picture taken = new Picture(new WorkCalendar(QuarkusTransaction.requiringNew().call(exceptions::listAll)),
                System.nanoTime());
        // nothing loaded yet at the first start: not worth remembering
        picture = taken.calendar.knownYears().isEmpty() ? null : taken;
        return taken.calendar;
    }

    /** The exceptions have changed. */
    void forget() {
        picture = null;
    }

    private record Picture(WorkCalendar calendar, long takenAt) {
    }
}
