package io.minsheng.evaluation;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;
import io.minsheng.workflow.Recusals;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItem;

/** A department may replace its opinion until CONCLUSION is claimed (domain: rules of handling). */
@Singleton
class MayRevise {

    private final Recusals recusals;

    MayRevise(Recusals recusals) {
        this.recusals = recusals;
    }

    /**
     * Empty when it may.
     *
     * @param part one of the latest round
     * @param open the open tasks on the case
     */
    Optional<String> whyNot(Proposal proposal, Part part, List<WorkItem> open) {
        if (part.state() != PartState.SUBMITTED) {
            return Optional.of("本单位尚未提交意见，不能修改。");
        }
        boolean inTime = proposal.stage() == Stage.EVALUATION || open.stream().anyMatch(MayRevise::unclaimedConclusion);
        return inTime ? Optional.empty() : Optional.of("综合研究已经开始，意见不能再修改。");
    }

    /** Whether this person works for the part's department and has not stepped back from the case. */
    boolean isTheirs(Proposal proposal, Part part, Actor actor) {
        return part.organisation().equals(actor.organisation())
                && !recusals.isRecused(SubjectType.CASE, proposal.caseNumber(), actor.username());
    }

    private static boolean unclaimedConclusion(WorkItem item) {
        return item.queue().equals("CONCLUSION") && item.assignee() == null && !item.frozen();
    }
}
