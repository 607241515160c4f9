package io.minsheng.publication;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The texts with which lists are published, all versions. */
@ApplicationScoped
public class Publications implements PanacheRepositoryBase<Publication, String> {

    /** The newest version for a list. */
    public Optional<Publication> latest(String list) {
        return find("listId = ?1 order by version desc", list).firstResultOptional();
    }

    /** The version of a list that everybody reads now. */
    Optional<Publication> inForce(String list) {
        return find("listId = ?1 and releasedAt is not null order by version desc", list).firstResultOptional();
    }

    /** All versions and drafts of a list, oldest first. */
    List<Publication> ofList(String list) {
        return list("listId = ?1 order by version", list);
    }

    /** What a campaign has published, all versions in the order of their release. */
    public List<Publication> released(String campaign) {
        return list("campaign = ?1 and releasedAt is not null order by releasedAt, id", campaign);
    }
}
