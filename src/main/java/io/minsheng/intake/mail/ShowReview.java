package io.minsheng.intake.mail;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.calendar.DueWords;
import io.minsheng.calendar.Light;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** Opens the page of a review task. */
@ApplicationScoped
public class ShowReview {

    private final WorkItems items;
    private final DueWords dueWords;
    private final InstantSource clock;

    ShowReview(WorkItems items, DueWords dueWords, InstantSource clock) {
        this.items = items;
        this.dueWords = dueWords;
        this.clock = clock;
    }

    /**
     * What the head of the page says.
     *
     * @param mine claimed by the reader
     * @param claimable by the reader, now
     */
    public record Head(String id, String name, String messageId, boolean open, boolean mine, boolean claimable,
            String assignee, Light light, String dueWords) {
    }

    /**
     * The task.
     *
     * @throws Refusal 404 unknown, of another queue, or not theirs
     */
    @Transactional
    public Head head(String id, Actor actor) {
        WorkItem item = items.visibleTo(id, actor);
        if (!item.queue().equals("REVIEW") || item.subjectType() != SubjectType.MESSAGE) {
            throw Refusal.notFound("没有这项任务，或者您无权查看。");
        }
        Instant now = clock.instant();
        return new Head(item.id(), item.name(), item.subjectId(), item.open(),
                item.open() && item.isClaimedBy(actor.username()),
                item.open() && item.assignee() == null && WorkItems.mayWorkOn(item, actor), item.assignee(),
                Light.at(now, item.yellowAt(), item.dueAt()), dueWords.say(now, item.dueAt()));
    }
}
