package io.minsheng.triage.topics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.Masking;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.MergeCase;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.Tallies;
import io.minsheng.proposal.Tallies.Tally;
import io.quarkus.qute.TemplateData;

/**
 * The topics with what they are about: how many suggestions by how many people, from where, since when. One statement for the
 * page, one for its total, one for where and when all its cases came from, one for all its people, one for the first cases of
 * each; the others are on pages of their own.
 */
@ApplicationScoped
public class ListTopics {

    /** A topic has so many cases at least; two that are alike are shown to each other anyhow. */
    private static final long LEAST = 3;
    /** So many of its cases are shown with it. */
    static final int SHOWN = 20;
    private static final List<Stage> GONE = List.of(Stage.WITHDRAWN, Stage.REJECTED, Stage.REFERRED);
    private static final String FOUND = """
            from Topic t join TopicCase c on c.topicId = t.id join Proposal p on p.id = c.proposalId
            where t.campaign = :campaign and t.dismissedAt is %s and p.stage not in :gone
            group by t.id having count(*) >= :least""";
    private static final String OF_TOPICS = """
            from TopicCase c join Proposal p on p.id = c.proposalId where c.topicId in :ids and p.stage not in :gone""";

    private final EntityManager entities;
    private final Tallies tallies;

    ListTopics(EntityManager entities, Tallies tallies) {
        this.entities = entities;
        this.tallies = tallies;
    }

    /** One of the cases; the title masked for those who may not read originals. */
    @TemplateData
    public record Member(String caseNumber, String title, String township, Stage stage, Instant receivedAt) {

        /** Whether it could join another case now. */
        public boolean mayJoin() {
            return MergeCase.mayJoin(stage);
        }
    }

    /**
     * A topic.
     *
     * @param suggestions its cases with all that is merged into them
     * @param people authors and supporters, the same person once
     * @param cases how many cases it has
     * @param first when the first of them was received
     * @param last when the last of them was
     * @param townships codes, most cases first
     * @param members the first {@link #SHOWN} of them, first received first
     */
    @TemplateData
    public record View(String id, int suggestions, int people, int cases, Instant first, Instant last,
            List<String> townships, List<Member> members) {

        /** What it is about, in the words of who wrote first. */
        public String title() {
            return members.get(0).title();
        }

        /** Whether two of those shown could be merged. */
        public boolean mergeable() {
            return ListTopics.mergeable(members);
        }

        /** Whether there are more than are shown. */
        public boolean more() {
            return cases > members.size();
        }
    }

    /** Whether two of these could be merged. */
    public static boolean mergeable(List<Member> members) {
        return members.stream().filter(Member::mayJoin).count() >= 2;
    }

    /** Where and when a case came from. */
    private record Origin(String caseNumber, String township, Instant receivedAt) {
    }

    /**
     * Those with the most cases first.
     *
     * @param dismissed those that people have put aside, or the others
     * @throws Refusal 403
     */
    @Transactional
    public Page<View> page(String campaign, boolean dismissed, Actor actor, Paging paging) {
        requireReader(actor);
        Map<String, Object> parameters = Map.of("campaign", campaign, "gone", GONE, "least", LEAST);
        String found = FOUND.formatted(dismissed ? "not null" : "null");
        TypedQuery<String> ids = entities.createQuery(
                "select t.id " + found + " order by count(*) desc, max(p.receivedAt) desc, t.id", String.class);
        TypedQuery<Long> total = entities.createQuery("select count(*) from (select t.id as id " + found + ") found",
                Long.class);
        parameters.forEach((name, value) -> {
            ids.setParameter(name, value);
            total.setParameter(name, value);
        });
        List<String> wanted = ids.setFirstResult(paging.page() * paging.size()).setMaxResults(paging.size()).getResultList();
        return Page.of(views(wanted, actor), total.getSingleResult(), paging);
    }

    /**
     * All cases of a topic that are still about it, a page at a time, first received first.
     *
     * @throws Refusal 403, 404 there is no such topic
     */
    @Transactional
    public Page<Member> cases(String id, Actor actor, Paging paging) {
        requireReader(actor);
        if (entities.find(Topic.class, id) == null) {
            throw Refusal.notFound("没有这个热点。");
        }
        List<Member> found = entities.createQuery("select p.caseNumber, p.title, p.township, p.stage, p.receivedAt " + OF_TOPICS
                + " order by p.receivedAt, p.id", Object[].class).setParameter("ids", List.of(id)).setParameter("gone", GONE)
                .setFirstResult(paging.page() * paging.size()).setMaxResults(paging.size()).getResultStream()
                .map(row -> member(row, actor)).toList();
        long total = entities.createQuery("select count(*) " + OF_TOPICS, Long.class).setParameter("ids", List.of(id))
                .setParameter("gone", GONE).getSingleResult();
        return Page.of(found, total, paging);
    }

    private static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER)) {
            throw Refusal.forbidden("您无权查看热点。");
        }
    }

    private static Member member(Object[] row, Actor actor) {
        boolean originals = actor.hasAny(Role.TRIAGE, Role.CHIEF);
        return new Member((String) row[0], originals ? (String) row[1] : Masking.freeText((String) row[1]), (String) row[2],
                (Stage) row[3], (Instant) row[4]);
    }

    private List<View> views(List<String> ids, Actor actor) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, List<Origin>> origins = new LinkedHashMap<>();
        ids.forEach(each -> origins.put(each, new ArrayList<>()));
        entities.createQuery("select c.topicId, p.caseNumber, p.township, p.receivedAt " + OF_TOPICS
                + " order by p.receivedAt, p.id", Object[].class).setParameter("ids", ids).setParameter("gone", GONE)
                .getResultList().forEach(
                        row -> origins.get(row[0]).add(new Origin((String) row[1], (String) row[2], (Instant) row[3])));
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        origins.forEach((id, each) -> numbers.put(id, each.stream().map(Origin::caseNumber).toList()));
        Map<String, Tally> counted = tallies.ofGroups(numbers);
        Map<String, Member> shown = shown(numbers.values().stream().flatMap(each -> each.stream().limit(SHOWN)).toList(),
                actor);
        // a case may have left its topic since the first statement
        return origins.entrySet().stream().filter(each -> !each.getValue().isEmpty())
                .map(each -> view(each.getKey(), each.getValue(), counted.get(each.getKey()), shown))
                .toList();
    }

    private Map<String, Member> shown(List<String> numbers, Actor actor) {
        return entities.createQuery("""
                select p.caseNumber, p.title, p.township, p.stage, p.receivedAt from Proposal p
                where p.caseNumber in :numbers""", Object[].class).setParameter("numbers", numbers).getResultStream()
                .map(row -> member(row, actor)).collect(Collectors.toMap(Member::caseNumber, each -> each));
    }

    private static View view(String id, List<Origin> origins, Tally tally, Map<String, Member> shown) {
        return new View(id, tally.suggestions(), tally.people(), origins.size(), origins.get(0).receivedAt(),
                origins.get(origins.size() - 1).receivedAt(), townships(origins),
                origins.stream().limit(SHOWN).map(each -> shown.get(each.caseNumber())).toList());
    }

    private static List<String> townships(List<Origin> origins) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        origins.stream().map(Origin::township).filter(each -> each != null)
                .forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts.entrySet().stream().sorted((one, other) -> other.getValue() - one.getValue()).map(Map.Entry::getKey)
                .toList();
    }
}
