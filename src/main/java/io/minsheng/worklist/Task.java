package io.minsheng.worklist;

import java.time.Instant;

import io.minsheng.calendar.Light;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.text.Masking;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/**
 * One row of the work list.
 *
 * @param title masked for those who may not read originals
 * @param part LEAD or ASSIST for an evaluation, else null
 * @param assignee user name, or null
 * @param urgent its case is urgent: red whatever the deadline says
 * @param workable whether the person may claim and complete it; others only oversee
 * @param takeable whether it is claimed by an absent colleague for whom the person stands in
 * @param givable whether the person may assign it or give it back
 */
public record Task(String id, String name, Queue queue, String step, String part, String caseNumber, SubjectType subjectType,
        String subjectId, String title, String category, String township, String channel, String organisation,
        String campaign, Instant createdAt, Instant dueAt, boolean provisional, Light light, String assignee,
        boolean urgent, boolean workable, boolean takeable, boolean givable) {

    /** Path of the page on which it is worked on. */
    public String page() {
        return queue.pageOf(id, step);
    }

    static Task of(WorkItem item, Actor actor, Instant now) {
        String title = actor.hasAny(Role.TRIAGE, Role.CHIEF) ? item.title() : Masking.freeText(item.title());
        boolean workable = WorkItems.mayWorkOn(item, actor);
        return new Task(item.id(), item.name(), Queue.valueOf(item.queue()), item.step(), item.part(), item.caseNumber(),
                item.subjectType(), item.subjectId(), title, item.category(), item.township(), item.channel(),
                item.organisation(), item.campaign(), item.createdAt(), item.dueAt(), item.dueProvisional(),
                Light.at(now, item.yellowAt(), item.dueAt(), item.urgent()), item.assignee(), item.urgent(),
                workable, workable && actor.standsInFor(item.assignee()), WorkItems.mayHandOn(item, actor));
    }
}
