package io.minsheng.triage.topics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * page, one for its total, one for all its cases, one for all its people.
 */
@ApplicationScoped
public class ListTopics {

    /** A topic has so many cases at least; two that are alike are shown to each other anyhow. */
    private static final long LEAST = 3;
    private static final List<Stage> GONE = List.of(Stage.WITHDRAWN, Stage.REJECTED, Stage.REFERRED);
    private static final String FOUND = """
            from Topic t join TopicCase c on c.topicId = t.id join Proposal p on p.id = c.proposalId
            where t.campaign = :campaign and t.dismissedAt is %s and p.stage not in :gone
            group by t.id having count(*) >= :least""";

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
     * @param townships codes, most cases first
     * @param members first received first
     */
    @TemplateData
    public record View(String id, int suggestions, int people, List<String> townships, List<Member> members) {

        /** What it is about, in the words of who wrote first. */
        public String title() {
            return members.get(0).title();
        }

        public Instant first() {
            return members.get(0).receivedAt();
        }

        public Instant last() {
            return members.get(members.size() - 1).receivedAt();
        }

        /** Numbers of those that could be merged; none if there are not two. */
        public List<String> mergeable() {
            List<String> standing = members.stream().filter(Member::mayJoin).map(Member::caseNumber).toList();
            return standing.size() < 2 ? List.of() : standing;
        }
    }

    /**
     * Those with the most cases first.
     *
     * @param dismissed those that people have put aside, or the others
     * @throws Refusal 403
     */
    @Transactional
    public Page<View> page(String campaign, boolean dismissed, Actor actor, Paging paging) {
        if (!actor.hasAny(Role.TRIAGE, Role.CHIEF, Role.LEADER)) {
            throw Refusal.forbidden("您无权查看热点。");
        }
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

    private List<View> views(List<String> ids, Actor actor) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, List<Member>> members = new LinkedHashMap<>();
        ids.forEach(each -> members.put(each, new ArrayList<>()));
        boolean originals = actor.hasAny(Role.TRIAGE, Role.CHIEF);
        entities.createQuery("""
                select c.topicId, p.caseNumber, p.title, p.township, p.stage, p.receivedAt from TopicCase c
                join Proposal p on p.id = c.proposalId where c.topicId in :ids and p.stage not in :gone
                order by p.receivedAt, p.id""", Object[].class).setParameter("ids", ids).setParameter("gone", GONE)
                .getResultList().forEach(row -> members.get(row[0]).add(new Member((String) row[1],
                        originals ? (String) row[2] : Masking.freeText((String) row[2]), (String) row[3], (Stage) row[4],
                        (Instant) row[5])));
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        members.forEach((id, each) -> numbers.put(id, each.stream().map(Member::caseNumber).toList()));
        Map<String, Tally> counted = tallies.ofGroups(numbers);
        return members.entrySet().stream().map(each -> new View(each.getKey(), counted.get(each.getKey()).suggestions(),
                counted.get(each.getKey()).people(), townships(each.getValue()), each.getValue())).toList();
    }

    private static List<String> townships(List<Member> members) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        members.stream().map(Member::township).filter(each -> each != null)
                .forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts.entrySet().stream().sorted((one, other) -> other.getValue() - one.getValue()).map(Map.Entry::getKey)
                .toList();
    }
}
