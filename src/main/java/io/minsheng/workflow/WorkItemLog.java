package io.minsheng.workflow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Writes the work items: begun when the engine makes a user task, ended when it is completed or taken away. */
@Singleton
public class WorkItemLog {

    private final WorkItems items;
    private final Instance<Deadlines> deadlines;
    private final Instance<Subjects> subjects;
    private final InstantSource clock;
    private final Event<WorkItemEnded> ended;
    private Map<SubjectType, Subjects> byType;

    WorkItemLog(WorkItems items, Instance<Deadlines> deadlines, Instance<Subjects> subjects, InstantSource clock,
            Event<WorkItemEnded> ended) {
        this.items = items;
        this.deadlines = deadlines;
        this.subjects = subjects;
        this.clock = clock;
        this.ended = ended;
    }

    /**
     * What the engine tells of a new user task.
     *
     * @param due the deadline somebody named; null for the campaign's
     */
    public record Begun(String id, String processInstance, String queue, String step, String name, String candidateRole,
            String part, String organisation, SubjectType subjectType, String subjectId, Instant due) {
    }

    public void begin(Begun task) {
        Instant now = clock.instant();
        Subject subject = subjects(task.subjectType()).describe(task.subjectId());
        WorkItem item = new WorkItem(task.id(), task.processInstance(), new WorkItem.Kind(task.queue(), task.step(),
                task.name(), task.candidateRole(), task.part(), task.organisation()), task.subjectType(), task.subjectId(),
                subject, now);
        if (task.due() == null) {
            item.grant(deadlines.get().days(subject.campaign(), task.queue(), task.step()));
            item.dueBy(deadlines.get().due(subject.campaign(), task.queue(), task.step(), now));
        } else {
            item.dueBy(deadlines.get().named(task.due(), now));
        }
        items.persist(item);
    }

    public void end(String id, String how) {
        WorkItem item = items.findById(id);
        if (item != null) {
            item.end(clock.instant(), how);
            ended.fire(new WorkItemEnded(item));
        }
    }

    private synchronized Subjects subjects(SubjectType type) {
        if (byType == null) {
            byType = new EnumMap<>(SubjectType.class);
            subjects.forEach(each -> byType.put(each.type(), each));
        }
        return byType.get(type);
    }
}
