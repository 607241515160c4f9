package io.minsheng.publication;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What was blacked out in published versions, or is to be. */
@ApplicationScoped
class Redactions implements PanacheRepositoryBase<Redaction, String> {

    /** Of a list, newest first. */
    List<Redaction> ofList(String list) {
        return list("listId = ?1 order by askedAt desc, id desc", list);
    }

    /** The one of a list that waits for the second person. */
    Optional<Redaction> open(String list) {
        return find("listId = ?1 and state = ?2", list, Redaction.State.ASKED).firstResultOptional();
    }

    /** Carried out in lists of a campaign, oldest first, each with its marks. */
    List<Redaction> done(Collection<String> lists) {
        return lists.isEmpty() ? List.of()
                : list("select distinct r from Redaction r left join fetch r.marks where r.listId in ?1 and r.state = ?2"
                        + " order by r.judgedAt, r.id", lists, Redaction.State.DONE);
    }
}
