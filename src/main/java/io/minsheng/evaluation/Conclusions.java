package io.minsheng.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Proposal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What the office concluded, and on which opinions. */
@ApplicationScoped
public class Conclusions implements PanacheRepositoryBase<Conclusion, String> {

    private final Rounds rounds;
    private final Parts parts;
    private final OpinionVersions versions;
    private final InstantSource clock;

    Conclusions(Rounds rounds, Parts parts, OpinionVersions versions, InstantSource clock) {
        this.rounds = rounds;
        this.parts = parts;
        this.versions = versions;
        this.clock = clock;
    }

    /** Notes a conclusion with the newest opinion of each department of the last round. */
    void note(Proposal proposal, String outcome, Actor by) {
        Set<String> basis = rounds.latestOf(proposal).map(parts::of).map(versions::ofParts).orElse(Map.of()).values().stream()
                .map(each -> each.get(each.size() - 1).id()).collect(Collectors.toSet());
        persist(new Conclusion(proposal, outcome, basis, by.username(), clock.instant()));
    }

    /** When each version was last concluded from, by its id. */
    Map<String, Instant> usesIn(Proposal proposal) {
        List<Conclusion> all = getEntityManager().createQuery("""
                select distinct c from Conclusion c left join fetch c.basis
                where c.proposalId = :proposal order by c.concludedAt""", Conclusion.class)
                .setParameter("proposal", proposal.id()).getResultList();
        Map<String, Instant> uses = new HashMap<>();
        all.forEach(each -> each.basis().forEach(version -> uses.put(version, each.concludedAt())));
        return uses;
    }
}
