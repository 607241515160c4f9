package io.minsheng.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import io.minsheng.calendar.Light;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.CaseNumber;
import io.minsheng.workflow.Recusals;
import io.minsheng.workflow.SubjectType;

/** Turns a filter and the caller's rights into a condition over work items; lights are compared in the database. */
final class TaskCriteria {

    /** Looks like a case number or its begin: then it is one, and a whole one is found by its index. */
    private static final String CASE_NUMBER = "[A-Za-z0-9]+-\\d{0,6}(-\\d?)?";

    private final StringJoiner where = new StringJoiner(" and ");
    private final Map<String, Object> parameters = new HashMap<>();

    private boolean leavesOutRecused;

    private TaskCriteria() {
    }

    /** What the person may see of what is open and not frozen by a merge. */
    static TaskCriteria visibleTo(Actor actor) {
        TaskCriteria criteria = new TaskCriteria();
        criteria.add("i.endedAt is null and i.frozen = false");
        if (actor.hasAny(Role.TRIAGE, Role.CHIEF)) {
            return criteria;
        }
        if (actor.has(Role.LEADER)) {
            return criteria.add("i.subjectType <> :message").with("message", SubjectType.MESSAGE);
        }
        if (actor.has(Role.DEPARTMENT) && actor.organisation() != null) {
            return criteria.add("i.candidateRole = 'DEPARTMENT' and i.organisation = :organisation")
                    .with("organisation", actor.organisation());
        }
        return criteria.add("1 = 0");
    }

    /**
     * @param recusals are looked at for each task only if the person has stepped back from anything, which hardly anybody has:
     *        counting needs no more than an index then
     */
    TaskCriteria matching(TaskFilter filter, Actor actor, Recusals recusals, Instant now) {
        if (!filter.queues().isEmpty()) {
            add("i.queue in :queues").with("queues", filter.queues().stream().map(Queue::name).toList());
        }
        if (filter.campaign() != null) {
            add("i.campaign = :campaign").with("campaign", filter.campaign());
        }
        if (filter.workable()) {
            add("i.candidateRole in :roles and (i.candidateRole <> 'DEPARTMENT' or i.organisation = :own)")
                    .with("roles", actor.roles().stream().map(Role::name).toList()).with("own", actor.organisation());
            if (recusals.hasAny(actor)) {
                leavesOutRecused = true;
                add("not exists (select r.id from Recusal r where r.username = :recused and r.subjectType = i.subjectType"
                        + " and r.subjectId = i.subjectId)").with("recused", actor.username());
            }
        }
        assigned(filter, actor);
        lights(filter, now);
        words(filter.q());
        return this;
    }

    private void assigned(TaskFilter filter, Actor actor) {
        if (filter.assigned().isEmpty() || filter.assigned().contains(Assigned.ANY)) {
            return;
        }
        List<String> either = new ArrayList<>();
        if (filter.assigned().contains(Assigned.ME)) {
            either.add("i.assignee = :me");
            with("me", actor.username());
        }
        if (filter.assigned().contains(Assigned.NONE)) {
            either.add("i.assignee is null");
        }
        if (filter.assigned().contains(Assigned.ABSENT)) {
            either.add(actor.absent().isEmpty() ? "1 = 0" : "i.assignee in :absent");
            if (!actor.absent().isEmpty()) {
                with("absent", actor.absent().keySet());
            }
        }
        add("(" + String.join(" or ", either) + ")");
    }

    private void lights(TaskFilter filter, Instant now) {
        if (filter.lights().isEmpty() || filter.lights().size() == Light.values().length) {
            return;
        }
        List<String> either = filter.lights().stream().map(light -> switch (light) {
            case RED -> "(i.urgent = true or i.dueAt <= :now)";
            case YELLOW -> "(i.urgent = false and i.dueAt > :now and i.yellowAt <= :now)";
            case GREEN -> "(i.urgent = false and (i.dueAt > :now and i.yellowAt > :now or i.dueAt is null))";
        }).toList();
        add("(" + String.join(" or ", either) + ")").with("now", now);
    }

    /**
     * Other words than case numbers are looked for in the titles of the open tasks only: some thousand rows of at most sixty
     * characters; searching whole cases is the full-text search's.
     */
    private void words(String q) {
        if (q == null) {
            return;
        }
        if (CaseNumber.isValid(q.toUpperCase(Locale.ROOT))) {
            add("i.caseNumber = :number").with("number", q.toUpperCase(Locale.ROOT));
        } else if (q.matches(CASE_NUMBER)) {
            add("i.caseNumber like :number").with("number", q.toUpperCase(Locale.ROOT) + "%");
        } else {
            add("lower(i.title) like :words escape '!'").with("words",
                    "%" + q.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
    }

    /** One more condition with its parameter. */
    TaskCriteria and(String condition, String name, Object value) {
        return add(condition).with(name, value);
    }

    private TaskCriteria add(String condition) {
        where.add(condition);
        return this;
    }

    private TaskCriteria with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Whether tasks are left out because the person has stepped back from them. */
    boolean leavesOutRecused() {
        return leavesOutRecused;
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
