package io.minsheng.search;

import java.time.Instant;
import java.util.List;

import io.minsheng.evaluation.RoundView;
import io.minsheng.proposal.CaseView;

/**
 * Everything about one case that its reader may see.
 *
 * @param tasks open ones, oldest first
 * @param rounds evaluations with the opinions that the reader may see
 * @param answer null until the verdict is there, or for those who must not know it yet
 */
public record CaseFile(CaseView view, List<OpenTaskView> tasks, List<RoundView> rounds, AnswerView answer) {

    /** An open task and who works on it. */
    public record OpenTaskView(String id, String queue, String step, String name, String organisation, String assignee,
            String assigneeName, Instant dueAt, String light, String due, boolean workable) {
    }

    /**
     * The answer to the author.
     *
     * @param text null when none is owed
     * @param way label of the way, or null
     */
    public record AnswerView(String state, String stateLabel, String text, String way, String notOwedReason,
            Instant releasedAt) {
    }
}
