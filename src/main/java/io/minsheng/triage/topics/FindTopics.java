package io.minsheng.triage.topics;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.sun.management.OperatingSystemMXBean;

import io.minsheng.platform.persistence.Leases;
import io.minsheng.platform.persistence.NodeName;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.index.CaseQuery;
import io.minsheng.proposal.index.SearchCases;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Places the cases that came in, on one of the nodes, a third of the time at most, a fifteenth on a busy machine, and hardly at
 * all while a backlog keeps it fully busy.
 * Does nothing while the index is being built: every case would seem to stand alone.
 */
@ApplicationScoped
class FindTopics {

    private static final Logger LOG = Logger.getLogger(FindTopics.class);
    private static final String LEASE = "topics";
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int BATCH = 50;

    private static final double BUSY = 0.6;
    /** While topics themselves take a core. */
    private static final double FULL = 0.9;
    private static final int SHORTER = 5;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final PlaceCases placeCases;
    private final SearchCases search;
    private final Leases leases;
    private final NodeName node;
    private final Duration turn;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private volatile long lastTurn = System.nanoTime() - PATIENCE_NANOS;

    FindTopics(PlaceCases placeCases, SearchCases search, Leases leases, NodeName node,
            @ConfigProperty(name = "minsheng.topics.turn", defaultValue = "10s") Duration turn) {
        this.turn = turn;
        this.placeCases = placeCases;
        this.search = search;
        this.leases = leases;
        this.node = node;
    }

    @Scheduled(identity = "topics", every = "${minsheng.topics.interval:30s}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void find() {
        long start = System.nanoTime();
        double load = machine.getCpuLoad();
        if (load > FULL && start - lastTurn < PATIENCE_NANOS || !indexIsThere()
                || !leases.tryAcquire(LEASE, node.value(), HELD)) {
            return;
        }
        lastTurn = start;
        boolean busy = load > BUSY;
        List<String> waiting = placeCases.waiting(BATCH);
        int placed = 0;
        while (!waiting.isEmpty() && mayGoOn(System.nanoTime() - start, busy)) {
            // each of them finds all that came before it
            search.settle();
            for (String each : waiting) {
                place(each);
                placed++;
            }
            waiting = placeCases.waiting(BATCH);
        }
        if (placed > 0) {
            LOG.debugf("热点：整理 %d 件。", placed);
        }
    }

    /**
     * Nobody waits for topics: on a machine that has been busy since the last turn, or gets so meanwhile, this one is short.
     */
    private boolean mayGoOn(long nanos, boolean busy) {
        return nanos < turn.dividedBy(SHORTER).toNanos()
                || !busy && nanos < turn.toNanos() && machine.getCpuLoad() <= FULL;
    }

    /** A case that cannot be compared stands alone, or all that came after it would wait for it for ever. */
    private void place(String caseNumber) {
        try {
            placeCases.place(caseNumber);
        } catch (RuntimeException e) {
            LOG.warnf(e, "热点：%s 未能与其他建议比较，单独存放。", caseNumber);
            placeCases.placeAlone(caseNumber);
        }
    }

    private boolean indexIsThere() {
        return search.page(new CaseQuery(null, Map.of(), new CaseQuery.Reader(true, null, List.of(), false)),
                new Paging(0, 1, "receivedAt", true)).isPresent();
    }
}
