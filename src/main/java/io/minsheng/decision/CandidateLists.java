package io.minsheng.decision;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.platform.error.Refusal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The lists of candidates. */
@ApplicationScoped
public class CandidateLists implements PanacheRepositoryBase<CandidateList, String> {

    /**
     * The list with this id.
     *
     * @throws Refusal 404
     */
    public CandidateList byId(String id) {
        return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这份备选名单。"));
    }

    /**
     * As {@link #byId}, and nobody else changes it until the transaction ends.
     *
     * @throws Refusal 404
     */
    public CandidateList held(String id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Refusal.notFound("没有这份备选名单。"));
    }

    /** The list that still takes items; a campaign has at most one. */
    public Optional<CandidateList> openOf(String campaign) {
        return find("campaign = ?1 and state = ?2", campaign, ListState.OPEN).firstResultOptional();
    }

    /** All lists, newest first. */
    public List<CandidateList> newestFirst() {
        return list("order by openedAt desc, id desc");
    }

    int nextNumber(String campaign) {
        return getEntityManager().createQuery(
                "select coalesce(max(l.number), 0) + 1 from CandidateList l where l.campaign = :campaign", Integer.class)
                .setParameter("campaign", campaign).getSingleResult();
    }
}
