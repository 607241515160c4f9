package io.minsheng.evaluation;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.minsheng.proposal.Proposal;

/** Finds a department's part in the round that runs now. */
@Singleton
class RunningParts {

    private final Rounds rounds;
    private final Parts parts;

    RunningParts(Rounds rounds, Parts parts) {
        this.rounds = rounds;
        this.parts = parts;
    }

    Optional<Part> of(Proposal proposal, String organisation) {
        return rounds.runningOf(proposal).flatMap(round -> parts.of(round, organisation));
    }
}
