package io.minsheng.search;

import java.time.Instant;
import java.util.List;

import io.minsheng.evaluation.RoundView;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ViewSupports.SupportsView;
import io.minsheng.publication.answer.Rating;
import io.minsheng.publication.answer.Satisfaction;
import io.minsheng.supervision.SupervisionView;

/**
 * Everything about one case that its reader may see.
 *
 * @param tasks open ones, oldest first
 * @param rounds evaluations with the opinions that the reader may see
 * @param answers newest first, one for each handling; empty until the verdict is there, or for those who must not know it yet
 * @param supervisions those that the reader may see, oldest first
 * @param supports who else wants the same
 */
public record CaseFile(CaseView view, List<OpenTaskView> tasks, List<RoundView> rounds, List<AnswerView> answers,
        List<SupervisionView> supervisions, SupportsView supports) {

    /** An open task and who works on it. */
    public record OpenTaskView(String id, String queue, String step, String name, String organisation, String assignee,
            String assigneeName, Instant dueAt, String light, String due, boolean workable) {
    }

    /**
     * An answer to the author.
     *
     * @param number which handling of the case it ends, from 1
     * @param text null when none is owed
     * @param way label of the way, or null
     * @param rating null unless the author has rated it
     */
    public record AnswerView(int number, String state, String stateLabel, String text, String way, String notOwedReason,
            Instant releasedAt, RatingView rating) {
    }

    /**
     * What the author thinks of an answer.
     *
     * @param words masked where needed; may be null
     * @param outcome what was decided about a bad one; null before and for others
     * @param judge name of who decided, or null
     */
    public record RatingView(Satisfaction satisfaction, String words, Instant ratedAt, Rating.Outcome outcome, String reason,
            String judge, Instant judgedAt) {
    }
}
