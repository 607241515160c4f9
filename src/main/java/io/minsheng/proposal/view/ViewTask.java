package io.minsheng.proposal.view;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueWords;
import io.minsheng.calendar.Light;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** Shows an open task on a case to somebody who may work on it or oversees it. */
@ApplicationScoped
public class ViewTask {

    private final WorkItems items;
    private final ViewCase viewCase;
    private final CasePapers papers;
    private final DueWords dueWords;
    private final InstantSource clock;

    ViewTask(WorkItems items, ViewCase viewCase, CasePapers papers, DueWords dueWords, InstantSource clock) {
        this.items = items;
        this.viewCase = viewCase;
        this.papers = papers;
        this.dueWords = dueWords;
        this.clock = clock;
    }

    /**
     * The task with its case.
     *
     * @param queue the queue whose page asks; a task of another is unknown to it
     * @throws Refusal 404 unknown or not theirs, 409 ended
     */
    @Transactional
    public TaskView view(String id, String queue, Actor actor) {
        WorkItem item = items.visibleTo(id, actor);
        if (!item.queue().equals(queue)) {
            throw Refusal.notFound("没有这项任务，或者您无权查看。");
        }
        if (!item.open()) {
            throw Refusal.conflict("这项任务已经办结。");
        }
        Instant now = clock.instant();
        return new TaskView(item, viewCase.view(item.caseNumber(), actor),
                Light.at(now, item.yellowAt(), item.dueAt(), item.urgent()),
                dueWords.say(now, item.dueAt()) + (item.dueProvisional() ? "（暂定）" : ""),
                item.isClaimedBy(actor.username()), item.assignee() == null && items.isOpenTo(item, actor),
                papers.nameOf(item.assignee()));
    }
}
