package io.minsheng.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.minsheng.decision.CandidateItem;
import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.Candidates;
import io.minsheng.decision.TellCases;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.Processes.FanOut;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Holds the first list round of the demo: chosen, decided, published. In real time, because the news go to the cases by jobs of
 * the engine. Looks each time what is open on the list, so that it goes on after a stop.
 */
@Singleton
class HoldRound {

    private static final int MOST_STEPS = 8;
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();
    private static final long PAUSE_MILLIS = 200;

    private final Proposals proposals;
    private final Candidates candidates;
    private final CandidateLists lists;
    private final TellCases tellCases;
    private final WorkItems items;
    private final RoundForms forms;
    private final DoTask doTask;

    HoldRound(Proposals proposals, Candidates candidates, CandidateLists lists, TellCases tellCases, WorkItems items,
            RoundForms forms, DoTask doTask) {
        this.proposals = proposals;
        this.candidates = candidates;
        this.lists = lists;
        this.tellCases = tellCases;
        this.items = items;
        this.forms = forms;
        this.doTask = doTask;
    }

    /** @param goals by case number: those that shall be on the list */
    void hold(Map<String, Goal> goals) throws InterruptedException {
        for (int step = 0; step < MOST_STEPS; step++) {
            Map<String, Goal> byItem = QuarkusTransaction.requiringNew().call(() -> byItem(goals));
            if (byItem.isEmpty()) {
                return;
            }
            String list = QuarkusTransaction.requiringNew().call(() -> listOf(byItem));
            awaitTold(list);
            Optional<RoundForms.Task> next = QuarkusTransaction.requiringNew()
                    .call(() -> openOn(list).map(item -> forms.of(item, byItem)));
            if (next.isEmpty()) {
                return;
            }
            RoundForms.Task task = next.get();
            doTask.inOneTransaction(() -> doTask.complete(task.item(), task.form(), task.actor(), task.at()));
        }
        throw new IllegalStateException("the list round of the demo does not come to its end");
    }

    private Map<String, Goal> byItem(Map<String, Goal> goals) {
        Map<String, Goal> byItem = new TreeMap<>();
        goals.forEach((caseNumber, goal) -> proposals.find(caseNumber).map(Proposal::candidateItem)
                .ifPresent(item -> byItem.put(item, goal)));
        return byItem;
    }

    private String listOf(Map<String, Goal> byItem) {
        CandidateItem item = candidates.findById(byItem.keySet().iterator().next());
        return item.listId() != null ? item.listId() : lists.openOf(item.campaign()).orElseThrow().id();
    }

    private Optional<WorkItem> openOn(String list) {
        List<WorkItem> open = items.list("subjectId = ?1 and caseNumber is null and endedAt is null", list);
        return open.stream().findFirst();
    }

    private void awaitTold(String list) throws InterruptedException {
        long began = System.nanoTime();
        while (!QuarkusTransaction.requiringNew().call(() -> told(list))) {
            if (System.nanoTime() - began > PATIENCE) {
                throw new IllegalStateException("the cases of list " + list + " have not heard the news");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean told(String list) {
        FanOut progress = tellCases.progress(lists.byId(list));
        return progress.done() >= progress.total();
    }
}
