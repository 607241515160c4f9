package io.minsheng.decision;

import java.time.Instant;
import java.util.List;

import io.minsheng.decision.VoteRule.Terms;
import io.quarkus.qute.TemplateData;

/**
 * A vote as its reader may see it.
 *
 * @param ballots how many have voted
 * @param voters their names, for the chief and who already voted; never what they voted
 * @param voted whether the reader has
 * @param mayVote whether the reader can now
 * @param needed how many ballots must name a candidate
 * @param rows the result, the best first; in the order of the list and without numbers while it is open or void
 * @param seatsLeft how many seats the candidates with the same result can still get
 * @param tieReason why the office chose among them, or null
 * @param voided earlier votes on the list that too few took part in, oldest first
 */
@TemplateData
public record VoteView(Terms terms, VoteState state, Instant openedAt, Instant closedAt, int ballots, List<String> voters,
        boolean voted, boolean mayVote, int needed, List<Row> rows, int seatsLeft, String tieReason, String tieSettledBy,
        List<Voided> voided) {

    /** A candidate; ballots and points are null while nothing is counted. */
    @TemplateData
    public record Row(String item, int position, String title, Integer ballots, Integer points, boolean elected,
            boolean tied) {
    }

    /** A vote that too few took part in, and why and by whom (name) it was opened anew. */
    @TemplateData
    public record Voided(Terms terms, int ballots, Instant openedAt, Instant closedAt, String reason, String repeatedBy) {
    }

    public boolean isCounted() {
        return state == VoteState.COUNTED || state == VoteState.TIED;
    }
}
