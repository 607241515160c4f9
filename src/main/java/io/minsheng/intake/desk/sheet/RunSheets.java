package io.minsheng.intake.desk.sheet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

import io.minsheng.platform.event.Act;
import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Registers the rows of confirmed sheets, on one node at a time. Nothing is kept in memory: after a kill the rows that
 * are still to be registered are found in the database.
 */
@ApplicationScoped
class RunSheets {

    private static final Logger LOG = Logger.getLogger(RunSheets.class);
    private static final String LEASE = "desk-sheets";
    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final int BATCH = 20;

    private final DeskSheets sheets;
    private final SheetRows rows;
    private final RegisterRow one;
    private final Leases leases;
    private final NodeName node;
    private final ManagedExecutor executor;
    private final Finish finish;
    private final ReentrantLock working = new ReentrantLock();
    private volatile boolean stopped;

    /** Marks a sheet as done, once; what was in the rows that have not become cases is no longer needed. */
    @ApplicationScoped
    static class Finish {

        private final DeskSheets sheets;
        private final SheetRows rows;
        private final InstantSource clock;
        private final Event<Act> acts;

        Finish(DeskSheets sheets, SheetRows rows, InstantSource clock, Event<Act> acts) {
            this.sheets = sheets;
            this.rows = rows;
            this.clock = clock;
            this.acts = acts;
        }

        void finish(String id) {
            QuarkusTransaction.requiringNew().run(() -> {
                DeskSheet sheet = sheets.held(id);
                if (sheet.state() == DeskSheet.State.RUNNING) {
                    sheet.finish(clock.instant());
                    rows.forgetEntriesOf(sheet);
                    acts.fire(new Act(sheet.confirmedBy(), "SHEET_REGISTERED", "SHEET", id, null,
                            rows.countsInWords(sheet)));
                }
            });
        }
    }

    RunSheets(DeskSheets sheets, SheetRows rows, RegisterRow one, Leases leases, NodeName node, ManagedExecutor executor,
            Finish finish) {
        this.sheets = sheets;
        this.rows = rows;
        this.one = one;
        this.leases = leases;
        this.node = node;
        this.executor = executor;
        this.finish = finish;
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeskSheet.Confirmed confirmed) {
        executor.execute(this::regularly);
    }

    /** The row under way is finished, so that nothing breaks off in the middle of a connection. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        stopped = true;
        working.lock();
        working.unlock();
    }

    @Scheduled(identity = "desk-sheets", every = "${minsheng.desk.sheet-interval:30s}", concurrentExecution = ConcurrentExecution.SKIP)
    void regularly() {
        working.lock();
        try {
            for (String id : QuarkusTransaction.requiringNew().call(sheets::running)) {
                if (!run(id)) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            LOG.error("the rows of a confirmed spreadsheet could not be registered, the next run goes on", e);
        } finally {
            working.unlock();
        }
    }

    /** @return false if another node is at it, or this one stops */
    private boolean run(String id) {
        List<String> ready;
        do {
            if (stopped || !leases.tryAcquire(LEASE, node.value(), LENGTH)) {
                return false;
            }
            ready = QuarkusTransaction.requiringNew().call(() -> rows.ready(id, BATCH));
            for (String each : ready) {
                if (stopped) {
                    return false;
                }
                one.register(each);
            }
        } while (!ready.isEmpty());
        finish.finish(id);
        return true;
    }
}
