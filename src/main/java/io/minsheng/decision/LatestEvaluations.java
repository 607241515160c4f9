package io.minsheng.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.evaluation.Opinion;
import io.minsheng.evaluation.Part;
import io.minsheng.evaluation.PartRole;
import io.minsheng.evaluation.PartState;
import io.minsheng.evaluation.Parts;
import io.minsheng.evaluation.Rounds;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;

/** What the last evaluation of a case found: who leads, who assists, how it was scored. */
@ApplicationScoped
public class LatestEvaluations {

    private final Rounds rounds;
    private final Parts parts;
    private final Proposals proposals;

    LatestEvaluations(Rounds rounds, Parts parts, Proposals proposals) {
        this.rounds = rounds;
        this.parts = parts;
        this.proposals = proposals;
    }

    /** The department that led; empty when there was no evaluation. */
    List<String> leads(Proposal proposal) {
        return last(proposal).stream().filter(each -> each.role() == PartRole.LEAD).map(Part::organisation).toList();
    }

    /** The departments that assisted and did not give it back. */
    List<String> assists(Proposal proposal) {
        return last(proposal).stream().filter(each -> each.role() == PartRole.ASSIST && each.state() != PartState.RETURNED)
                .map(Part::organisation).toList();
    }

    /** The target that the lead would set, if it said one. */
    Optional<String> target(Proposal proposal) {
        return opinions(proposal).stream().map(Opinion::target).filter(each -> each != null && !each.isBlank()).findFirst();
    }

    /** Mean of all scores that the leads of the item's cases gave, 1 to 5; null when nobody has scored. */
    BigDecimal score(CandidateItem item) {
        OptionalDouble mean = proposals.ofItem(item.id()).stream().flatMap(each -> opinions(each).stream())
                .flatMap(each -> each.scores().values().stream()).mapToInt(Integer::intValue).average();
        return mean.isEmpty() ? null : BigDecimal.valueOf(mean.getAsDouble()).setScale(1, RoundingMode.HALF_UP);
    }

    /**
     * What the item will cost, in 万元: the highest estimate of the leads of its cases, since they mean the same project; null
     * when
     * nobody has estimated.
     */
    public BigDecimal estimate(CandidateItem item) {
        return proposals.ofItem(item.id()).stream().flatMap(each -> opinions(each).stream()).map(Opinion::estimatedCost)
                .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    private List<Opinion> opinions(Proposal proposal) {
        return last(proposal).stream().filter(each -> each.role() == PartRole.LEAD && each.opinion() != null)
                .map(Part::opinion).toList();
    }

    private List<Part> last(Proposal proposal) {
        return rounds.latestOf(proposal).map(parts::of).orElse(List.of());
    }
}
