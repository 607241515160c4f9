package io.minsheng.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;

/**
 * A task goes to a colleague, or back to the group. Who may do it can give on what nobody has, what is his own, and what an
 * absent colleague has for whom he stands in; the head of the office everything of the office. Who takes a task from somebody
 * says why.
 */
@ApplicationScoped
public class HandOnWorkItem {

    private static final LengthRule REASON = LengthRule.reason("reason", "原因");

    private final WorkItems items;
    private final HoldersOfItems holders;
    private final Event<WorkItemClaimed> claimed;
    private final Event<WorkItemHandedOn> handedOn;
    private final Event<Act> acts;

    HandOnWorkItem(WorkItems items, HoldersOfItems holders, Event<WorkItemClaimed> claimed, Event<WorkItemHandedOn> handedOn,
            Event<Act> acts) {
        this.items = items;
        this.holders = holders;
        this.claimed = claimed;
        this.handedOn = handedOn;
        this.acts = acts;
    }

    /**
     * Assigns the item; to whom it already belongs, nothing changes.
     *
     * @param to with the own roles only: nobody can be given a task because he stands in for somebody
     * @throws Refusal 400 the colleague may not do it, or no reason; 403, 404, 409 another has it, or ended
     */
    @Transactional
    public WorkItem assign(String id, Actor to, String reason, Actor by) {
        WorkItem item = items.activeFor(id, by);
        if (!items.isOpenTo(item, to)) {
            throw Refusal.invalid("to", "这位同事不能办理这项任务，或者已经回避。");
        }
        if (item.isClaimedBy(to.username())) {
            return item;
        }
        String clean = checked(item, reason, by);
        String from = item.assignee();
        holders.change(item, to.username());
        claimed.fire(new WorkItemClaimed(item, to));
        tell(item, "ASSIGN", (from == null ? "" : from + " ") + "-> " + to.username(), clean, by);
        handedOn.fire(new WorkItemHandedOn(item, to, clean, by));
        return item;
    }

    /**
     * Gives the item back to the group.
     *
     * @param reason needed for what another has; else may be null
     * @throws Refusal 400 no reason; 403, 404, 409 nobody has it, another has it, or ended
     */
    @Transactional
    public WorkItem release(String id, String reason, Actor by) {
        WorkItem item = items.activeFor(id, by);
        if (item.assignee() == null) {
            throw Refusal.conflict("这项任务还没有人领取。");
        }
        String clean = checked(item, reason, by);
        String from = item.assignee();
        holders.change(item, null);
        tell(item, "RELEASE", from.equals(by.username()) ? "" : from, clean, by);
        handedOn.fire(new WorkItemHandedOn(item, null, clean, by));
        return item;
    }

    /** An account was taken out of use: what it has goes back to the group, so that nothing waits for nobody. */
    @Transactional
    public void releaseAllOf(String username, String reason, Actor by) {
        for (WorkItem item : items.openOf(username)) {
            holders.release(item);
            tell(item, "RELEASE", username, reason, by);
            handedOn.fire(new WorkItemHandedOn(item, null, reason, by));
        }
    }

    private static String checked(WorkItem item, String reason, Actor by) {
        if (!WorkItems.mayHandOn(item, by)) {
            throw Refusal.conflict("这项任务已由他人领取。由本人、代理人或科室负责人转交或退回。");
        }
        String clean = Texts.cleanOrNull(reason);
        boolean others = item.assignee() != null && !item.isClaimedBy(by.username());
        (others ? REASON.needed() : REASON).violation(clean).ifPresent(HandOnWorkItem::refuse);
        return clean;
    }

    private static void refuse(Violation violation) {
        throw Refusal.invalid(violation.field(), violation.message());
    }

    private void tell(WorkItem item, String action, String who, String reason, Actor by) {
        acts.fire(new Act(by.username(), action, item.subjectType().name(), item.subjectId(), item.caseNumber(),
                (item.queue() + " " + who + (reason == null ? "" : " " + reason)).strip()));
    }
}
