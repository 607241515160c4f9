package io.minsheng.decision;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.VoteView.Row;
import io.minsheng.platform.actor.Actor;

/** What a counted vote proposes for the record of the decision; the record itself is still somebody's act. */
@ApplicationScoped
public class ProposedResults {

    private final ViewVote viewVote;

    ProposedResults(ViewVote viewVote) {
        this.viewVote = viewVote;
    }

    /** What is proposed about a candidate, with the reason that people are owed; null for an adopted one. */
    public record Proposed(Result result, String reason) {
    }

    /** By the id of the candidate; empty unless a vote was counted and no tie is open. */
    public Map<String, Proposed> of(String listId, Actor actor) {
        Map<String, Proposed> proposed = new HashMap<>();
        viewVote.of(listId, actor).filter(each -> each.state() == VoteState.COUNTED)
                .ifPresent(vote -> vote.rows().forEach(row -> proposed.put(row.item(), proposal(vote, row))));
        return proposed;
    }

    private static Proposed proposal(VoteView vote, Row row) {
        if (row.elected()) {
            return new Proposed(Result.ADOPTED, null);
        }
        return new Proposed(Result.NOT_ADOPTED, row.ballots() < vote.needed()
                ? "经研究，与本年度入选事项相比，支持程度未达到入选要求。"
                : "经研究，本年度名额有限，按支持程度排序未能入选。");
    }
}
