package io.minsheng.proposal;

import java.time.InstantSource;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.WorkItems;

/**
 * 紧急: danger to life, 涉险涉稳 (domain: the life of a suggestion). Its tasks are red at once and the chief sees it first thing
 * on the work list, until the mark is taken away or the case ends.
 */
@ApplicationScoped
public class MarkUrgent {

    private static final LengthRule REASON = LengthRule.reason("reason", "理由").needed();

    private final CaseAccess access;
    private final WorkItems items;
    private final Timeline timeline;
    private final InstantSource clock;
    private final Event<Act> acts;

    MarkUrgent(CaseAccess access, WorkItems items, Timeline timeline, InstantSource clock, Event<Act> acts) {
        this.access = access;
        this.items = items;
        this.timeline = timeline;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * Marks the case, or takes the mark away.
     *
     * @return the case
     * @throws Refusal 400, 403 neither TRIAGE nor CHIEF, 404, 409 the case has ended
     */
    @Transactional
    public Proposal mark(String caseNumber, Boolean urgent, String reason, Actor actor) {
        Proposal proposal = access.forStaff(caseNumber, actor);
        if (!actor.hasAny(Role.TRIAGE, Role.CHIEF)) {
            throw Refusal.forbidden("只有分类整理人员和负责人可以标记紧急。");
        }
        if (urgent == null) {
            throw Refusal.invalid("urgent", "请说明是否紧急。");
        }
        String clean = Texts.clean(reason);
        REASON.violation(clean).ifPresent(each -> {
            throw Refusal.invalid(List.of(each));
        });
        if (proposal.disposition() != null) {
            throw Refusal.conflict("案件已有办理结果，不再标记紧急。");
        }
        proposal.markUrgent(urgent, clean, clock.instant());
        items.markUrgent(caseNumber, urgent);
        timeline.add(proposal, Note.internal((urgent ? "标为紧急：" : "取消紧急标记：") + clean), actor);
        acts.fire(Act.onCase(actor.username(), urgent ? "URGENT_SET" : "URGENT_CLEARED", caseNumber, ""));
        return proposal;
    }
}
