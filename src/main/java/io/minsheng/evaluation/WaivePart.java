package io.minsheng.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.CompleteInstead;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** The office goes on without the opinion of an assistant that is overdue. The lead's opinion cannot be waived. */
@ApplicationScoped
public class WaivePart {

    private static final LengthRule REASON = LengthRule.reason("reason", "理由").needed();

    private final WorkItems items;
    private final Proposals proposals;
    private final RunningParts running;
    private final CompleteInstead completeInstead;
    private final Organisations organisations;
    private final RecordOnCase record;
    private final InstantSource clock;

    WaivePart(WorkItems items, Proposals proposals, RunningParts running, CompleteInstead completeInstead,
            Organisations organisations, RecordOnCase record, InstantSource clock) {
        this.items = items;
        this.proposals = proposals;
        this.running = running;
        this.completeInstead = completeInstead;
        this.organisations = organisations;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Waives the part of this work item.
     *
     * @return the case
     * @throws Refusal 400 no reason; 403 not TRIAGE; 404; 409 the lead's, not overdue yet, or done already
     */
    @Transactional
    public Proposal waive(String workItem, String reason, Actor actor) {
        WorkItem item = items.visibleTo(workItem, actor);
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以免除会办意见。");
        }
        items.requireImpartial(item, actor);
        String clean = REASON.accepted(reason);
        Instant now = clock.instant();
        checkWaivable(item, now);
        Proposal proposal = proposals.byNumber(item.caseNumber());
        Part part = running.of(proposal, item.organisation()).orElseThrow(() -> Refusal.conflict("这一轮评估已经结束。"));
        part.waive(clean, actor.username(), now);
        record.write(proposal, "EVALUATION_WAIVE", part.organisation(),
                Note.internal("免除" + organisations.shortName(part.organisation()) + "的会办意见：" + clean), actor);
        completeInstead.complete(item, Map.of("outcome", "WAIVE"));
        return proposal;
    }

    /** Whether the item is one whose part may be waived now; for pages. */
    public boolean mayWaive(WorkItem item, Actor actor) {
        return actor.has(Role.TRIAGE) && isAssistants(item) && item.open() && !item.frozen()
                && isOverdue(item, clock.instant()) && items.isImpartial(item, actor);
    }

    private static void checkWaivable(WorkItem item, Instant now) {
        if (!isAssistants(item)) {
            throw Refusal.conflict("只能免除配合单位的评估意见。");
        }
        if (!item.open()) {
            throw Refusal.conflict("这项任务已经办结。");
        }
        if (!isOverdue(item, now)) {
            throw Refusal.conflict("配合单位尚未超期，不能免除。");
        }
    }

    private static boolean isAssistants(WorkItem item) {
        return item.queue().equals("EVALUATION") && PartRole.ASSIST.name().equals(item.part());
    }

    private static boolean isOverdue(WorkItem item, Instant now) {
        return item.dueAt() != null && !now.isBefore(item.dueAt());
    }
}
