package io.minsheng.proposal.index;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.sun.management.OperatingSystemMXBean;

/**
 * Gives the cases of the index their sentence vectors, a few at a time, and on a busy machine a quarter of the time at most;
 * while cases keep coming in, it lets them pass for a while.
 */
@ApplicationScoped
class AddVectors {

    private static final int BATCH = 8;
    private static final int REST = 3;
    private static final double BUSY = 0.6;
    private static final long MODEL_NANOS = 1_000_000_000L;
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final ReadCases cases;
    private final SentenceModel model;
    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private volatile boolean wanted;
    private long next;
    private long lastTurn = System.nanoTime();

    AddVectors(ReadCases cases, SentenceModel model) {
        this.cases = cases;
        this.model = model;
    }

    /** There may be cases without: some have just come in or changed, and more may follow. */
    void wanted() {
        long now = System.nanoTime();
        if (!wanted) {
            wanted = true;
            lastTurn = now;
        }
        if (now - lastTurn < PATIENCE_NANOS) {
            next = now + QUIET_NANOS;
        }
    }

    /** When it wants to work, as {@code System.nanoTime()} has it. */
    long nextTurn() {
        return wanted ? next : System.nanoTime() + NEVER;
    }

    void add(CaseIndex index) throws IOException {
        if (!model.isLoaded()) {
            model.loadInBackground();
            next = System.nanoTime() + MODEL_NANOS;
            wanted = !model.isOff();
            return;
        }
        long start = System.nanoTime();
        List<String> ids = index.withoutVectors(BATCH);
        if (ids.isEmpty()) {
            wanted = false;
            return;
        }
        for (IndexedCase each : cases.load(ids)) {
            index.put(each, model.vectors(each).orElse(null));
        }
        index.show();
        long now = System.nanoTime();
        lastTurn = now;
        next = machine.getCpuLoad() > BUSY ? now + REST * (now - start) : now;
    }
}
