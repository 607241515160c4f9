package io.minsheng.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.minsheng.evaluation.Opinion;
import io.minsheng.evaluation.Part;
import io.minsheng.evaluation.PartRole;
import io.minsheng.evaluation.PartState;
import io.minsheng.evaluation.Parts;
import io.minsheng.evaluation.Rounds;
import io.minsheng.proposal.Proposal;

/** What the last evaluation of a case found: who leads, who assists, how it was scored. */
@ApplicationScoped
public class LatestEvaluations {

    /** The leads' submitted opinions of the last round of each case of the items. */
    private static final String OPINIONS = """
            from Part o, Round r, Proposal c
            where r.id = o.roundId and c.id = r.proposalId and c.candidateItem in :items
                and o.role = LEAD and o.state = SUBMITTED
                and r.number = (select max(x.number) from Round x where x.proposalId = c.id)
            group by c.candidateItem""";

    private final Rounds rounds;
    private final Parts parts;
    private final EntityManager entities;

    LatestEvaluations(Rounds rounds, Parts parts, EntityManager entities) {
        this.rounds = rounds;
        this.parts = parts;
        this.entities = entities;
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
        return last(proposal).stream().filter(each -> each.role() == PartRole.LEAD).map(Part::opinion)
                .filter(Objects::nonNull).map(Opinion::target).filter(each -> each != null && !each.isBlank()).findFirst();
    }

    /** Mean of all scores that the leads of each item's cases gave, 1 to 5; items that nobody has scored are missing. */
    Map<String, BigDecimal> scores(Collection<String> items) {
        Map<String, BigDecimal> means = new HashMap<>();
        rows("select c.candidateItem, avg(value(s)) " + OPINIONS.replace("from Part o", "from Part o join o.scores s"), items)
                .forEach(row -> means.put((String) row[0],
                        BigDecimal.valueOf(((Number) row[1]).doubleValue()).setScale(1, RoundingMode.HALF_UP)));
        return means;
    }

    /**
     * What each item will cost, in 万元: the highest estimate of the leads of its cases, since they mean the same project; items
     * that nobody has estimated are missing.
     */
    public Map<String, BigDecimal> estimates(Collection<String> items) {
        Map<String, BigDecimal> highest = new HashMap<>();
        rows("select c.candidateItem, max(o.judgement.estimatedCost) " + OPINIONS, items).stream()
                .filter(row -> row[1] != null).forEach(row -> highest.put((String) row[0], (BigDecimal) row[1]));
        return highest;
    }

    private List<Object[]> rows(String statement, Collection<String> items) {
        return items.isEmpty() ? List.of()
                : entities.createQuery(statement, Object[].class).setParameter("items", items).getResultList();
    }

    private List<Part> last(Proposal proposal) {
        return rounds.latestOf(proposal).map(parts::of).orElse(List.of());
    }
}
