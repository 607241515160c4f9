package io.minsheng.proposal;

import java.util.List;

import io.minsheng.platform.actor.Actor;

/** Owned here, implemented by the evaluation: triage and conclusion open a round without knowing how departments judge. */
public interface EvaluationRounds {

    /**
     * Opens a round: who leads, who assists.
     *
     * @param note for the departments, or null
     * @return what the process needs to know
     * @throws io.minsheng.platform.error.Refusal 400 unknown organisation, or one named twice
     */
    Opened open(Proposal proposal, String lead, List<String> assists, String note, Actor by);

    /**
     * A round with its parts.
     *
     * @param roundId id of the round
     * @param parts number of departments
     */
    record Opened(String roundId, int parts) {
    }
}
