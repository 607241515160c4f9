package io.minsheng.proposal.index;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.index.CaseQuery.Reader;

/**
 * What a member of staff may find, by the rules of {@code CaseAccess}. Which cases a department has to do with is asked of the
 * register each time: the index may be a moment behind.
 */
@ApplicationScoped
public class Readers {

    private final EntityManager entities;

    Readers(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public Reader of(Actor actor) {
        if (actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER)) {
            return new Reader(true, null, List.of(), actor.hasAny(Role.TRIAGE, Role.CHIEF));
        }
        boolean department = actor.has(Role.DEPARTMENT) && actor.organisation() != null;
        return new Reader(false, actor.has(Role.REGISTRAR) ? actor.organisation() : null,
                department ? numbersOf(actor.organisation()) : List.of(), actor.has(Role.REGISTRAR) && !department);
    }

    private List<String> numbersOf(String organisation) {
        return entities.createQuery(
                "select distinct i.caseNumber from WorkItem i where i.organisation = :own and i.caseNumber is not null",
                String.class).setParameter("own", organisation).getResultList();
    }
}
