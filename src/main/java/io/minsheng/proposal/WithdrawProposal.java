package io.minsheng.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/**
 * The author takes the suggestion back: the case ends as withdrawn, its process is interrupted. What is merged into it goes
 * on by itself.
 */
@ApplicationScoped
public class WithdrawProposal {

    private static final LengthRule REASON = LengthRule.reason("reason", "撤回原因").needed();

    private final MoveCase moveCase;
    private final MergedCases merged;
    private final LeaveMerge leaveMerge;
    private final Processes processes;

    WithdrawProposal(MoveCase moveCase, MergedCases merged, LeaveMerge leaveMerge, Processes processes) {
        this.moveCase = moveCase;
        this.merged = merged;
        this.leaveMerge = leaveMerge;
        this.processes = processes;
    }

    /**
     * Withdraws a case that {@link CaseAccess} has opened.
     *
     * @throws Refusal 400 no reason, 409 too late
     */
    @Transactional
    public void withdraw(Proposal proposal, String reason, Actor by) {
        String clean = Texts.clean(reason);
        List<Violation> violations = new ArrayList<>();
        REASON.check(clean, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        merged.hold(proposal);
        if (!proposal.mayBeWithdrawn()) {
            throw Refusal.conflict("这条建议现在不能撤回。");
        }
        leaveMerge.before(proposal, by);
        moveCase.end(Disposition.WITHDRAWN, clean, proposal, new Note("您撤回了这条建议。", "撤回原因：" + clean), by);
        processes.deliver(MessageName.WITHDRAWN, proposal.caseNumber(), Map.of());
    }
}
