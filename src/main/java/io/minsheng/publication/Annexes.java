package io.minsheng.publication;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The files that are published with lists. */
@ApplicationScoped
public class Annexes implements PanacheRepositoryBase<Annex, String> {

    /** What the draft of a list holds now, in the order in which it was added. */
    List<Annex> present(String list) {
        return list("from Annex a join fetch a.file where a.listId = ?1 and a.removedAt is null order by a.id", list);
    }

    /** One of this list and no other. */
    Optional<Annex> find(String list, String id) {
        return find("from Annex a join fetch a.file where a.id = ?1 and a.listId = ?2", id, list).firstResultOptional();
    }

    /** One that a released version of this campaign holds. */
    Optional<Annex> released(String campaign, String id) {
        return find("select a from Publication p join p.annexes a join fetch a.file where p.campaign = ?1"
                + " and p.releasedAt is not null and a.id = ?2", campaign, id).firstResultOptional();
    }
}
