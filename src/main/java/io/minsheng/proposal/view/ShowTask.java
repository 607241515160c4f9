package io.minsheng.proposal.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueWords;
import io.minsheng.calendar.Light;
import io.minsheng.identity.Accounts;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** Opens the page of a task: what it is about, whose it is, until when. */
@ApplicationScoped
public class ShowTask {

    private static final String UNKNOWN = "没有这项任务，或者您无权查看。";

    private final WorkItems items;
    private final Accounts accounts;
    private final DueWords dueWords;
    private final InstantSource clock;

    ShowTask(WorkItems items, Accounts accounts, DueWords dueWords, InstantSource clock) {
        this.items = items;
        this.accounts = accounts;
        this.dueWords = dueWords;
        this.clock = clock;
    }

    /**
     * The task, if it belongs to this queue.
     *
     * @throws Refusal 404 unknown, of another queue, or not theirs
     */
    @Transactional
    public TaskHead head(String id, String queue, Actor actor) {
        WorkItem item = items.visibleTo(id, actor);
        if (!item.queue().equals(queue)) {
            throw Refusal.notFound(UNKNOWN);
        }
        Instant now = clock.instant();
        boolean workable = items.isOpenTo(item, actor);
        return new TaskHead(item.id(), item.name(), item.queue(), item.step(), item.subjectId(), item.open(),
                item.open() && item.isClaimedBy(actor.username()), workable, name(item.assignee()),
                Light.at(now, item.yellowAt(), item.dueAt(), item.urgent()), dueWords.say(now, item.dueAt()));
    }

    /**
     * The task, if it belongs to this queue and step.
     *
     * @throws Refusal 404 unknown, of another queue or step, or not theirs
     */
    @Transactional
    public TaskHead head(String id, String queue, String step, Actor actor) {
        TaskHead task = head(id, queue, actor);
        if (!step.equals(task.step())) {
            throw Refusal.notFound(UNKNOWN);
        }
        return task;
    }

    private String name(String username) {
        return username == null ? null : accounts.namesOf(List.of(username)).get(username);
    }
}
