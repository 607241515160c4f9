package io.minsheng.proposal.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.apache.lucene.store.AlreadyClosedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.minsheng.platform.persistence.Ids;
import io.minsheng.platform.persistence.NodeName;
import io.minsheng.proposal.Proposal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps the index like the register, in a thread of its own. Three nets, each for what slips through the one before: this
 * node's changes are told after their commit; other nodes' are seen by looking at the newest entries of all time lines every
 * few seconds, with an overlap for transactions that take long; and all cases are compared at the start and every quarter of
 * an hour.
 */
@ApplicationScoped
public class KeepIndex {

    private static final Logger LOG = Logger.getLogger(KeepIndex.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final Duration COMPARE = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    /**
     * Letting readers see a change costs as much as a hundred changes do; who wants to see it at once need not wait so long.
     */
    private static final Duration GATHER = Duration.ofSeconds(2);
    private static final int BATCH = 1_000;
    private static final int STANDS = 5_000;
    private static final String WAKE = "";

    private final ReadCases cases;
    private final AddVectors vectors;
    private final AddFileTexts files;
    private final Path folder;
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Progress progress = new Progress();
    private volatile CaseIndex index;
    private volatile boolean complete;
    private volatile boolean stopped = true;
    private Thread keeper;
    private Set<String> seen = Set.of();
    private String since;
    private long nextLook;
    private long nextComparison;

    KeepIndex(ReadCases cases, AddVectors vectors, AddFileTexts files, NodeName node,
            @ConfigProperty(name = "minsheng.data-dir") Path dataFolder) {
        this.cases = cases;
        this.vectors = vectors;
        this.files = files;
        this.folder = dataFolder.resolve("index").resolve(node.value().replaceAll("[^A-Za-z0-9.-]", "_"));
    }

    void start(@Observes @Priority(800) StartupEvent event) {
        stopped = false;
        complete = false;
        since = Ids.ago(OVERLAP);
        seen = Set.of();
        nextLook = System.nanoTime();
        nextComparison = nextLook;
        keeper = new Thread(this::keep, "case-index");
        keeper.setDaemon(true);
        keeper.setUncaughtExceptionHandler((thread, e) -> LOG.error("检索索引不再更新，检索只查标题，请重启。", e));
        keeper.start();
    }

    /** What is under way is finished and committed, so that nothing breaks off in the middle of a connection. */
    void stop(@Observes @Priority(100) ShutdownEvent event) throws InterruptedException {
        stopped = true;
        told.add(WAKE);
        if (keeper != null) {
            keeper.join(STOP.toMillis());
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Proposal.Changed change) {
        if (!stopped) {
            progress.asked();
            told.add(change.id());
        }
    }

    /**
     * Waits a moment until what this node has changed before the call is in the index. For whoever wants to find it, before
     * anything is asked of the database: the wait would keep a connection from others.
     */
    void settle() {
        if (index != null && complete) {
            progress.settle(PATIENCE);
        }
    }

    /** Reads the index once it holds all cases; empty before. */
    <R> Optional<R> read(CaseIndex.Reading<R> reading) {
        CaseIndex now = index;
        if (now == null || !complete) {
            return Optional.empty();
        }
        try {
            return Optional.of(now.read(reading));
        } catch (AlreadyClosedException e) {
            // the node is stopping
            return Optional.empty();
        }
    }

    /** Whether the index holds all cases. */
    boolean isComplete() {
        return complete;
    }

    private void keep() {
        try (CaseIndex opened = CaseIndex.open(folder)) {
            index = opened;
            while (!stopped) {
                work(opened);
            }
        } catch (IOException e) {
            LOG.error("检索索引无法打开或写入，检索只查标题，下次启动时重试：" + folder, e);
        } finally {
            complete = false;
            index = null;
            told.clear();
            progress.giveUp();
        }
    }

    private void work(CaseIndex opened) throws IOException {
        try {
            if (System.nanoTime() - nextComparison >= 0) {
                compareAll(opened);
            }
            if (System.nanoTime() - nextLook >= 0) {
                look(opened);
            }
            if (takeIn(opened)) {
                return;
            }
            if (System.nanoTime() - files.nextTurn() >= 0) {
                files.add(opened);
            } else if (System.nanoTime() - vectors.nextTurn() >= 0) {
                vectors.add(opened);
            }
        } catch (RuntimeException e) {
            LOG.error("检索索引未能更新，稍后与登记簿重新核对。", e);
            nextComparison = System.nanoTime() + LOOK.toNanos();
            pause();
        }
    }

    /** Waits, and takes in what this node has changed meanwhile. */
    private boolean takeIn(CaseIndex opened) throws IOException {
        List<String> batch = new ArrayList<>();
        String first = poll();
        if (first != null) {
            batch.add(first);
            if (!first.equals(WAKE)) {
                progress.gather(BATCH, GATHER);
            }
        }
        told.drainTo(batch, BATCH - 1);
        int count = (int) batch.stream().filter(each -> !each.equals(WAKE)).count();
        try {
            return put(opened, new LinkedHashSet<>(batch.stream().filter(each -> !each.equals(WAKE)).toList()));
        } finally {
            progress.done(count);
        }
    }

    private String poll() {
        try {
            return told.poll(Math.max(0, Math.min(nextLook, Math.min(vectors.nextTurn(), files.nextTurn()))
                    - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean put(CaseIndex opened, Set<String> ids) throws IOException {
        if (ids.isEmpty()) {
            return false;
        }
        opened.put(cases.load(ids));
        opened.show();
        vectors.wanted();
        files.wanted();
        return true;
    }

    /** Other nodes' changes: entries that were not there the last time. */
    private void look(CaseIndex opened) throws IOException {
        String next = Ids.ago(OVERLAP);
        List<ReadCases.Entry> entries = cases.entriesSince(since);
        Set<String> changed = entries.stream().filter(each -> !seen.contains(each.id())).map(ReadCases.Entry::caseId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        // this node's own are taken in anyway
        changed.removeAll(Set.copyOf(told));
        if (!changed.isEmpty()) {
            refresh(opened, cases.standsOf(changed), opened.stands(changed));
        }
        seen = entries.stream().map(ReadCases.Entry::id).collect(Collectors.toCollection(HashSet::new));
        since = next;
        nextLook = System.nanoTime() + LOOK.toNanos();
        opened.commit();
    }

    private void compareAll(CaseIndex opened) throws IOException {
        Map<String, String> known = new HashMap<>(opened.stands());
        List<ReadCases.Stand> stands = cases.standsAfter("", STANDS);
        int read = 0;
        while (!stands.isEmpty() && !stopped) {
            read += refresh(opened, stands, known);
            stands.forEach(each -> known.remove(each.caseId()));
            stands = cases.standsAfter(stands.get(stands.size() - 1).caseId(), STANDS);
        }
        if (!stopped) {
            opened.remove(known.keySet());
            opened.show();
            opened.commit();
            nextComparison = System.nanoTime() + COMPARE.toNanos();
            complete = true;
            vectors.wanted();
            files.wanted();
            if (read > 0 || !known.isEmpty()) {
                LOG.infof("检索索引已与登记簿核对：更新 %d 件，移除 %d 件。", read, known.size());
            }
        }
    }

    /** Reads again those of the cases that the index knows otherwise than they stand; tells how many. */
    private int refresh(CaseIndex opened, List<ReadCases.Stand> stands, Map<String, String> known) throws IOException {
        List<String> stale = stands.stream().filter(each -> !each.mark().equals(known.get(each.caseId())))
                .map(ReadCases.Stand::caseId).toList();
        for (int i = 0; i < stale.size() && !stopped; i += BATCH) {
            put(opened, new LinkedHashSet<>(stale.subList(i, Math.min(stale.size(), i + BATCH))));
        }
        return stale.size();
    }
}
