package io.minsheng.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The departments' parts in the rounds. */
@ApplicationScoped
public class Parts implements PanacheRepositoryBase<Part, String> {

    /** The lead first. */
    public List<Part> of(Round round) {
        return list("roundId = ?1 order by position", round.id());
    }

    /** The lead first, by the id of the round; the scores come along. */
    public Map<String, List<Part>> ofRounds(Collection<Round> rounds) {
        return rounds.isEmpty() ? Map.of()
                : getEntityManager().createQuery("""
                        select distinct p from Part p left join fetch p.scores
                        where p.roundId in :rounds order by p.position""", Part.class)
                        .setParameter("rounds", rounds.stream().map(Round::id).toList()).getResultList().stream()
                        .collect(Collectors.groupingBy(Part::roundId));
    }

    public Optional<Part> of(Round round, String organisation) {
        return of(round.id(), organisation);
    }

    /** A department has at most one part in a round. */
    public Optional<Part> of(String roundId, String organisation) {
        return find("roundId = ?1 and organisation = ?2", roundId, organisation).firstResultOptional();
    }

    /** @param position 0 for the lead */
    public Part at(String roundId, int position) {
        return find("roundId = ?1 and position = ?2", roundId, position).firstResult();
    }
}
