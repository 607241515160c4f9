package io.minsheng.decision;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Every version of every list of candidates. */
@ApplicationScoped
public class ListVersions implements PanacheRepositoryBase<ListVersion, String> {

    /** First to last; the entries come along. */
    List<ListVersion> of(CandidateList list) {
        return getEntityManager().createQuery("""
                select distinct v from ListVersion v left join fetch v.entries
                where v.listId = :list order by v.number""", ListVersion.class)
                .setParameter("list", list.id()).getResultList();
    }

    /** What was saved last; empty while nobody has saved anything. */
    Optional<ListVersion> lastOf(CandidateList list) {
        return find("listId = ?1 order by number desc", list.id()).firstResultOptional();
    }
}
