package io.minsheng.evaluation;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All opinions that were ever given. */
@ApplicationScoped
public class OpinionVersions implements PanacheRepositoryBase<OpinionVersion, String> {

    private final InstantSource clock;

    OpinionVersions(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps an opinion as the newest of its part; of two written at once the second is told to try again. */
    void keep(Part part, Opinion opinion, Actor by) {
        int number = (int) count("partId", part.id()) + 1;
        persist(new OpinionVersion(part, number, opinion, by.username(), clock.instant()));
    }

    /** First to last, by part; the scores come along. */
    Map<String, List<OpinionVersion>> ofParts(Collection<Part> parts) {
        return parts.isEmpty() ? Map.of()
                : getEntityManager().createQuery("""
                        select distinct v from OpinionVersion v left join fetch v.scores
                        where v.partId in :parts order by v.number""", OpinionVersion.class)
                        .setParameter("parts", parts.stream().map(Part::id).toList()).getResultList().stream()
                        .collect(Collectors.groupingBy(OpinionVersion::partId));
    }
}
