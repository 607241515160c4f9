package io.minsheng.publication.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Proposal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The ledger of answers. */
@ApplicationScoped
public class Answers implements PanacheRepositoryBase<Answer, String> {

    /** The answer to the present handling of a case, if its verdict is there. */
    public Optional<Answer> of(Proposal proposal) {
        return find("proposal = ?1 and number = ?2", proposal, proposal.handling()).firstResultOptional();
    }

    Optional<Answer> present(String caseNumber) {
        return find("proposal.caseNumber = ?1 and number = proposal.handling", caseNumber).firstResultOptional();
    }

    /** The newest answer of a case that its author may read; after a reopening that of the handling before. */
    public Optional<Answer> newestReleased(Proposal proposal) {
        return find("proposal = ?1 and releasedAt is not null order by number desc", proposal).firstResultOptional();
    }

    /**
     * An answer, and what its author thinks of it.
     *
     * @param rating null until it is rated
     */
    public record Rated(Answer answer, Rating rating) {

        /** Whether the author may read it: whatever way it goes, the second person has released it. */
        public boolean isReleased() {
            return answer.releasedAt() != null;
        }
    }

    /** All answers of a case with their ratings, newest first. */
    public List<Rated> ratedOf(Proposal proposal) {
        return getEntityManager().createQuery(
                "select a, r from Answer a left join Rating r on r.answer = a where a.proposal = ?1 order by a.number desc",
                Object[].class).setParameter(1, proposal).getResultStream()
                .map(row -> new Rated((Answer) row[0], (Rating) row[1])).toList();
    }

    /**
     * The answer to the present handling of a case that has one.
     *
     * @throws Refusal 404
     */
    public Answer ofCase(String caseNumber) {
        return present(caseNumber).orElseThrow(() -> Refusal.notFound("这个案件还没有答复。"));
    }

    /** Keeps others off this answer until the transaction ends, and reads it anew: it may have waited for another's act. */
    void hold(Answer answer) {
        getEntityManager().refresh(answer, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The answer with this id.
     *
     * @throws Refusal 404
     */
    public Answer byId(String id) {
        return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("没有这份答复。"));
    }

    /**
     * The answer with this id, if it is to a case of this campaign.
     *
     * @throws Refusal 404
     */
    Answer byId(String campaign, String id) {
        Answer answer = byId(id);
        if (!answer.proposal().campaign().equals(campaign)) {
            throw Refusal.notFound("这次征集没有这份答复。");
        }
        return answer;
    }

    /** A page of the ledger, newest first; null filters nothing. */
    public Page<Answer> page(AnswerState state, WayOfDelivery way, Paging paging) {
        StringBuilder where = new StringBuilder("1 = 1");
        List<Object> values = new ArrayList<>();
        if (state != null) {
            values.add(state);
            where.append(" and a.state = ?").append(values.size());
        }
        if (way != null) {
            values.add(way);
            where.append(" and a.way = ?").append(values.size());
        }
        Object[] parameters = values.toArray();
        List<Answer> items = find("from Answer a join fetch a.proposal where " + where + " order by a.id desc", parameters)
                .page(paging.page(), paging.size()).list();
        return Page.of(items, count("from Answer a where " + where, parameters), paging);
    }

    private static final String UNSENT = "a.proposal.campaign = ?1 and a.state in ?2";

    /** Those of a campaign that nobody has seen yet, oldest first. */
    Page<Answer> unsent(String campaign, AnswerState state, Disposition disposition, Paging paging) {
        List<AnswerState> states = state == null ? AnswerState.BEFORE_SENDING : List.of(state);
        String where = UNSENT + (disposition == null ? "" : " and a.proposal.disposition = ?3");
        Object[] values = disposition == null ? new Object[] { campaign, states }
                : new Object[] { campaign, states, disposition };
        List<Answer> items = find("from Answer a join fetch a.proposal p join fetch p.author where " + where + " order by a.id",
                values).page(paging.page(), paging.size()).list();
        return Page.of(items, count("from Answer a where " + where, values), paging);
    }

    /** How many of these would go which way. */
    Map<WayOfDelivery, Long> unsentByWay(String campaign) {
        Map<WayOfDelivery, Long> ways = new TreeMap<>();
        getEntityManager()
                .createQuery("select a.way, count(a) from Answer a where " + UNSENT + " group by a.way", Object[].class)
                .setParameter(1, campaign).setParameter(2, AnswerState.BEFORE_SENDING).getResultList()
                .forEach(row -> ways.put((WayOfDelivery) row[0], (Long) row[1]));
        return ways;
    }

    /** Those that have to be posted: by letter, or where the mail did not arrive and an address is known; oldest first. */
    List<Answer> lettersDue(String campaign, int most) {
        return find("from Answer a join fetch a.proposal p join fetch p.author w where p.campaign = ?1 and (a.state = ?2"
                + " and a.way = ?3 or a.state = ?4) and w.sealedAddress is not null order by a.id", campaign,
                AnswerState.RELEASED, WayOfDelivery.LETTER, AnswerState.UNDELIVERABLE).page(0, most).list();
    }

    /** Those that have to go by SMS, oldest first. */
    List<Answer> messagesDue(String campaign, int most) {
        return find("from Answer a join fetch a.proposal p join fetch p.author where p.campaign = ?1 and a.state = ?2"
                + " and a.way = ?3 order by a.id", campaign, AnswerState.RELEASED, WayOfDelivery.SMS).page(0, most).list();
    }

    /** How many answers stand where. */
    public Map<AnswerState, Long> counts() {
        Map<AnswerState, Long> counts = new TreeMap<>();
        getEntityManager().createQuery("select a.state, count(a) from Answer a group by a.state", Object[].class)
                .getResultList().forEach(row -> counts.put((AnswerState) row[0], (Long) row[1]));
        return counts;
    }
}
