package io.minsheng.evaluation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;

/** The parts of the round that runs now whose departments were reminded and still owe their opinion. */
@ApplicationScoped
public class OverdueParts {

    private final Rounds rounds;
    private final Parts parts;

    OverdueParts(Rounds rounds, Parts parts) {
        this.rounds = rounds;
        this.parts = parts;
    }

    public List<Part> remindedIn(Proposal proposal) {
        return rounds.runningOf(proposal).map(parts::of).orElse(List.of()).stream()
                .filter(each -> each.state() == PartState.PENDING && each.remindedAt() != null).toList();
    }
}
