package io.minsheng.proposal;

import java.util.List;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Violation;

/** Owned here, implemented by the evaluation: triage and conclusion open a round without knowing how departments judge. */
public interface EvaluationRounds {

    /**
     * What is wrong with a choice of departments: none or several leads, unknown ones, one named twice. The fields are those of
     * the contract, {@code leadDepartment} and {@code assistDepartments}.
     */
    List<Violation> check(String lead, List<String> assists);

    /**
     * Opens a round: who leads, who assists.
     *
     * @param note for the departments, or null
     * @return what the process needs to know
     * @throws io.minsheng.platform.error.Refusal 400 when {@link #check} finds something
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
