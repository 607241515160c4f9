package io.minsheng.proposal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;

/**
 * What everyone may see of suggestions: those that triage accepted and gave a public title (domain: 附议), never their own
 * words. Follows the public stage, so that it tells no verdict before its time.
 */
@ApplicationScoped
public class PublicCases {

    /** Newest first; there is nothing else to sort by. */
    public static final Map<String, String> SORTS = Map.of("receivedAt", "receivedAt");
    public static final String DEFAULT_SORT = "receivedAt,desc";

    private static final List<Stage> SHOWN = Arrays.stream(Stage.values()).filter(Stage::isAccepted).toList();

    private final EntityManager entities;
    private final Proposals proposals;
    private final Tallies tallies;

    PublicCases(EntityManager entities, Proposals proposals, Tallies tallies) {
        this.entities = entities;
        this.proposals = proposals;
        this.tallies = tallies;
    }

    /**
     * A suggestion as everyone sees it.
     *
     * @param title the public one
     * @param township code, or null
     * @param people who proposed it, or the same, or support it
     */
    public record PublicCase(String caseNumber, String campaign, String title, String category, String township, Stage stage,
            int people) {

        /** Whether one can still support it. */
        public boolean takesSupport() {
            return stage.takesSupport();
        }
    }

    private record Row(String caseNumber, String campaign, String title, String category, String township, Stage stage) {

        PublicCase by(int people) {
            return new PublicCase(caseNumber, campaign, title, category, township, stage, people);
        }
    }

    /**
     * A page of a campaign's public suggestions; null filters nothing.
     *
     * @param category code
     * @param township code
     */
    @Transactional
    public Page<PublicCase> page(String campaign, String category, String township, Paging paging) {
        Map<String, Object> wanted = new HashMap<>(Map.of("campaign", campaign, "shown", SHOWN));
        StringBuilder where = new StringBuilder(
                "from Proposal p where p.campaign = :campaign and p.publicTitle is not null and p.publicStage in :shown");
        if (category != null) {
            where.append(" and p.category = :category");
            wanted.put("category", category);
        }
        if (township != null) {
            where.append(" and p.township = :township");
            wanted.put("township", township);
        }
        List<Row> rows = query("select p.caseNumber, p.campaign, p.publicTitle, p.category, p.township, p.publicStage " + where
                + " order by p.receivedAt desc, p.id desc", wanted, Row.class).setFirstResult(paging.page() * paging.size())
                .setMaxResults(paging.size()).getResultList();
        long total = query("select count(p) " + where, wanted, Long.class).getSingleResult();
        Map<String, Tallies.Tally> counted = tallies.ofCases(rows.stream().map(Row::caseNumber).toList());
        return Page.of(rows.stream().map(row -> row.by(counted.get(row.caseNumber()).people())).toList(), total, paging);
    }

    /**
     * One of them.
     *
     * @throws Refusal 404 unknown or not public, without a difference
     */
    @Transactional
    public PublicCase view(String caseNumber) {
        Proposal proposal = byNumber(caseNumber);
        return new Row(proposal.caseNumber(), proposal.campaign(), proposal.publicTitle(), proposal.category(),
                proposal.township(), proposal.publicStage())
                .by(tallies.ofCases(List.of(proposal.caseNumber())).get(proposal.caseNumber()).people());
    }

    Proposal byNumber(String caseNumber) {
        return proposals.find(caseNumber)
                .filter(each -> each.publicTitle() != null && each.publicStage().isAccepted())
                .orElseThrow(PublicCases::unknown);
    }

    static Refusal unknown() {
        return Refusal.notFound("没有这条公开的建议，或者现在不能附议。");
    }

    private <T> TypedQuery<T> query(String jpql, Map<String, Object> parameters, Class<T> type) {
        TypedQuery<T> query = entities.createQuery(jpql, type);
        parameters.forEach(query::setParameter);
        return query;
    }
}
