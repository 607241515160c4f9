package io.minsheng.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.MergedCases;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.CompleteWorkItem;
import io.minsheng.workflow.WorkItem;

/** Completes a task and tells where its case stands now. */
@ApplicationScoped
public class CompleteTask {

    private final CompleteWorkItem completeWorkItem;
    private final Proposals proposals;
    private final MergedCases merged;

    CompleteTask(CompleteWorkItem completeWorkItem, Proposals proposals, MergedCases merged) {
        this.completeWorkItem = completeWorkItem;
        this.proposals = proposals;
        this.merged = merged;
    }

    /**
     * What came of it.
     *
     * @param caseNumber null for tasks about no single case
     * @param stage code of the stage the case is in now, or null
     * @param fansOut whether many cases are told about it after this answer, each by a job of its own
     */
    public record Result(String caseNumber, String stage, boolean fansOut) {
    }

    /**
     * Completes with the body of the contract.
     *
     * @throws Refusal 400, 403, 404, 409
     */
    @Transactional
    public Result complete(String id, JsonNode body, Actor actor) {
        WorkItem item = completeWorkItem.complete(id, body, actor);
        String stage = item.caseNumber() == null ? null
                : proposals.find(item.caseNumber()).map(Proposal::stage).map(Enum::name).orElse(null);
        return new Result(item.caseNumber(), stage, fansOut(item, body) || answersMembers(item, body));
    }

    /** Releasing the answer of a case into which others are merged: each of them gets its own. */
    private boolean answersMembers(WorkItem item, JsonNode body) {
        return item.queue().equals("ANSWER") && "RELEASE".equals(body.path("outcome").asText())
                && merged.hasMembers(proposals.byNumber(item.caseNumber()));
    }

    /** Freezing a list, recording a decision, releasing a publication, reporting progress: every case of it hears of it. */
    private static boolean fansOut(WorkItem item, JsonNode body) {
        return switch (body.path("outcome").asText()) {
            case "FREEZE" -> item.queue().equals("SHORTLIST");
            case "RECORD" -> item.queue().equals("DECISION");
            case "RELEASE" -> item.queue().equals("PUBLICATION");
            case "REPORT" -> item.queue().equals("PROGRESS");
            default -> false;
        };
    }
}
