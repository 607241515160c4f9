package io.minsheng.evaluation;

import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.EvaluationRounds;
import io.minsheng.proposal.EvaluationRounds.Opened;
import io.minsheng.proposal.Proposal;

/** Opens another round; who is not named anew is taken from the last one, but for those who said it is not theirs. */
@Singleton
class EvaluateAgain {

    private final Rounds rounds;
    private final Parts parts;
    private final EvaluationRounds open;

    EvaluateAgain(Rounds rounds, Parts parts, EvaluationRounds open) {
        this.rounds = rounds;
        this.parts = parts;
        this.open = open;
    }

    Opened open(Proposal proposal, String lead, List<String> assists, Actor by) {
        List<Part> last = rounds.latestOf(proposal).map(parts::of).orElse(List.of()).stream()
                .filter(each -> each.state() != PartState.RETURNED).toList();
        String newLead = lead != null ? lead : of(last, PartRole.LEAD).stream().findFirst().orElse(null);
        List<String> newAssists = assists != null ? assists
                : of(last, PartRole.ASSIST).stream().filter(each -> !each.equals(newLead)).toList();
        return open.open(proposal, newLead, newAssists, null, by);
    }

    private static List<String> of(List<Part> parts, PartRole role) {
        return parts.stream().filter(each -> each.role() == role).map(Part::organisation).toList();
    }
}
