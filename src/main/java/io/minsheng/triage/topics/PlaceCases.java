package io.minsheng.triage.topics;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.SimilarCases;
import io.minsheng.proposal.SimilarCases.Similar;
import io.minsheng.proposal.index.SentenceModel;
import io.minsheng.triage.topics.Placing.Neighbour;
import io.minsheng.triage.topics.Placing.Place;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Puts cases into topics, each once, by the cases that are most like it. What was placed before stays where it is. */
@ApplicationScoped
public class PlaceCases {

    /** Finds what the office may find. */
    private static final Actor FINDER = new Actor(Actor.SYSTEM.username(), Actor.SYSTEM.displayName(), Set.of(Role.TRIAGE),
            null);

    private final EntityManager entities;
    private final Proposals proposals;
    private final SimilarCases similar;
    private final SentenceModel model;
    private final InstantSource clock;

    PlaceCases(EntityManager entities, Proposals proposals, SimilarCases similar, SentenceModel model, InstantSource clock) {
        this.entities = entities;
        this.proposals = proposals;
        this.similar = similar;
        this.model = model;
        this.clock = clock;
    }

    /**
     * Numbers of open cases that have to be looked at, the oldest first: new ones, and, once meanings can be compared, those
     * that seemed to stand alone by their words.
     */
    @Transactional
    public List<String> waiting(int most) {
        String open = "select p.caseNumber from Proposal p where p.disposition is null and p.mergedInto is null and ";
        List<String> unseen = entities.createQuery(
                open + "not exists (select 1 from TopicCase c where c.proposalId = p.id) order by p.receivedAt, p.id",
                String.class).setMaxResults(most).getResultList();
        if (!unseen.isEmpty() || !model.isLoaded()) {
            return unseen;
        }
        return entities.createQuery(open + """
                exists (select 1 from TopicCase c where c.proposalId = p.id and c.topicId is null and c.byVectors = false)
                order by p.receivedAt, p.id""", String.class).setMaxResults(most).getResultList();
    }

    /** Puts one case where it belongs; of its campaign's cases those are looked at that are indexed. */
    public void place(String caseNumber) {
        boolean vectors = model.isLoaded();
        List<Similar> alike = similar.toCaseAsIndexed(caseNumber, FINDER);
        QuarkusTransaction.requiringNew().run(() -> place(proposals.byNumber(caseNumber), alike, vectors));
    }

    /** Puts a case into no topic, for good. */
    public void placeAlone(String caseNumber) {
        QuarkusTransaction.requiringNew().run(() -> put(proposals.byNumber(caseNumber), null, true));
    }

    private void place(Proposal proposal, List<Similar> alike, boolean vectors) {
        Map<String, Double> scores = alike.stream().filter(each -> each.campaign().equals(proposal.campaign()))
                .collect(Collectors.toMap(Similar::caseNumber, Similar::score));
        Map<String, String> topics = new HashMap<>();
        List<Neighbour> neighbours = new ArrayList<>();
        for (Object[] each : placed(scores.keySet())) {
            String number = (String) each[0];
            topics.put(number, (String) each[1]);
            neighbours.add(new Neighbour(number, scores.get(number),
                    vectors ? null : Placing.shared(proposal.content(), (String) each[2])));
        }
        Place place = Placing.of(neighbours, topics::get);
        String topic = place.topic();
        if (place.with() != null) {
            Topic found = new Topic(proposal.campaign(), clock.instant());
            entities.persist(found);
            topic = found.id();
            put(proposals.byNumber(place.with()), topic, vectors);
        }
        put(proposal, topic, vectors);
    }

    /** Of these cases those that have been placed: number, topic or null, content. */
    private List<Object[]> placed(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : entities.createQuery("""
                select p.caseNumber, c.topicId, p.content from TopicCase c join Proposal p on p.id = c.proposalId
                where p.caseNumber in :numbers""", Object[].class).setParameter("numbers", numbers).getResultList();
    }

    private void put(Proposal proposal, String topic, boolean vectors) {
        TopicCase known = entities.find(TopicCase.class, proposal.id());
        TopicCase placed = known == null ? new TopicCase(proposal.id()) : known;
        placed.place(topic, vectors, clock.instant());
        if (known == null) {
            entities.persist(placed);
        }
    }
}
