package io.minsheng.workflow;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The work items: what is to be done, by whom, until when. */
@ApplicationScoped
public class WorkItems implements PanacheRepositoryBase<WorkItem, String> {

    static final String FROZEN = "这个案件已并入其他案件，任务暂停办理。";

    private static final String OTHERS = "这项任务由其他角色办理。";
    private static final String UNKNOWN = "没有这项任务，或者您无权查看。";

    private final Recusals recusals;

    WorkItems(Recusals recusals) {
        this.recusals = recusals;
    }

    /** Whether the person may claim and complete the item now: the role, the own organisation, and no recusal. */
    public boolean isOpenTo(WorkItem item, Actor actor) {
        return mayWorkOn(item, actor) && isImpartial(item, actor);
    }

    /**
     * An item that the actor may work on or oversee.
     *
     * @throws Refusal 404 unknown or not theirs, without a difference
     */
    public WorkItem visibleTo(String id, Actor actor) {
        WorkItem item = findById(id);
        if (item == null || !(mayWorkOn(item, actor) || oversees(item, actor))) {
            throw Refusal.notFound(UNKNOWN);
        }
        return item;
    }

    /**
     * An open item that the actor may work on.
     *
     * @throws Refusal 404 unknown or not theirs; 403 seen but not theirs to do, or they stepped back; 409 already ended, or
     *         paused by a merge
     */
    public WorkItem workableBy(String id, Actor actor) {
        WorkItem item = visibleTo(id, actor);
        if (!mayWorkOn(item, actor)) {
            throw Refusal.forbidden(OTHERS);
        }
        return active(item, actor);
    }

    /**
     * An open item that the actor may work on or, as head of the office, give to those who do.
     *
     * @throws Refusal as above
     */
    WorkItem activeFor(String id, Actor actor) {
        WorkItem item = visibleTo(id, actor);
        if (!mayWorkOn(item, actor) && !distributes(item, actor)) {
            throw Refusal.forbidden(OTHERS);
        }
        return active(item, actor);
    }

    private WorkItem active(WorkItem item, Actor actor) {
        if (!item.open()) {
            throw Refusal.conflict("这项任务已经办结。");
        }
        if (item.frozen()) {
            throw Refusal.conflict(FROZEN);
        }
        requireImpartial(item, actor);
        return item;
    }

    /** Whether the person has not stepped back from what the item is about; for pages. */
    public boolean isImpartial(WorkItem item, Actor actor) {
        return !recusals.isRecused(item, actor);
    }

    /**
     * Refuses those who have stepped back from what the item is about.
     *
     * @throws Refusal 403
     */
    public void requireImpartial(WorkItem item, Actor actor) {
        recusals.check(item.subjectType(), item.subjectId(), actor);
    }

    /**
     * The actor's own open task, held until the transaction ends: of two acts on it at once the second finds what the
     * first has changed.
     *
     * @throws Refusal as {@link #workableBy}, and 409 not claimed, or by another
     */
    public WorkItem claimedBy(String id, Actor actor) {
        hold(id);
        WorkItem item = workableBy(id, actor);
        if (!item.isClaimedBy(actor.username())) {
            throw Refusal.conflict(item.assignee() == null ? "请先领取这项任务。" : "这项任务已被他人领取。");
        }
        return item;
    }

    /** The open items that a person has claimed, frozen ones too. */
    List<WorkItem> openOf(String username) {
        return list("assignee = ?1 and endedAt is null order by createdAt, id", username);
    }

    /**
     * Holds everybody else off this item until the transaction ends, so that of two who complete it at once the second finds it
     * ended. To be called before the item is read.
     */
    void hold(String id) {
        getEntityManager().find(WorkItem.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The open items of one case, oldest first. */
    public List<WorkItem> openOn(String caseNumber) {
        return list("caseNumber = ?1 and endedAt is null order by createdAt, id", caseNumber);
    }

    /** The open items on several things of one kind. */
    public List<WorkItem> openOn(SubjectType type, Collection<String> subjects) {
        return subjects.isEmpty() ? List.of()
                : list("subjectType = ?1 and subjectId in ?2 and endedAt is null order by createdAt, id", type, subjects);
    }

    /** Makes the open items of a case urgent, or ordinary again. */
    public void markUrgent(String caseNumber, boolean urgent) {
        openOn(caseNumber).forEach(each -> each.markUrgent(urgent));
    }

    /** The open items of one process. */
    List<WorkItem> openIn(String processInstance) {
        return list("processInstance = ?1 and endedAt is null order by createdAt, id", processInstance);
    }

    /**
     * Holds everybody else off the open items of a case until the transaction ends. To be called before the case is read: who
     * completes a task holds its item first, too.
     */
    public void holdOpenOn(String caseNumber) {
        openOn(caseNumber).forEach(each -> getEntityManager().refresh(each, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whether a department has or had a task on the case. */
    public boolean everConcerned(String caseNumber, String organisation) {
        return organisation != null && count("caseNumber = ?1 and organisation = ?2", caseNumber, organisation) > 0;
    }

    /** Whether the person may claim and complete the item: the role, and for departments the own organisation. */
    public static boolean mayWorkOn(WorkItem item, Actor actor) {
        Role role = Role.valueOf(item.candidateRole());
        return actor.has(role) && (role != Role.DEPARTMENT || item.organisation().equals(actor.organisation()));
    }

    /**
     * Whether the person may give the item to a colleague or back to the group, as far as the role goes and by who has it now.
     */
    public static boolean mayHandOn(WorkItem item, Actor actor) {
        boolean held = item.assignee() != null && !item.isClaimedBy(actor.username());
        return distributes(item, actor) || mayWorkOn(item, actor) && (!held || actor.standsInFor(item.assignee()));
    }

    /** The head of the office says who does the work of the office. */
    private static boolean distributes(WorkItem item, Actor actor) {
        return actor.has(Role.CHIEF) && !item.candidateRole().equals(Role.DEPARTMENT.name());
    }

    private static boolean oversees(WorkItem item, Actor actor) {
        // a mail that nobody has judged yet is an original: not for leaders
        return actor.hasAny(Role.TRIAGE, Role.CHIEF)
                || actor.has(Role.LEADER) && item.subjectType() != SubjectType.MESSAGE;
    }
}
