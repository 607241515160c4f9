package io.minsheng.triage.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.minsheng.proposal.index.Grams;

/**
 * To which topic a case belongs, judged by the cases most like it. A case joins a topic only if it is like two of its members,
 * or very like one: else, over a long time, each is like the one before and all become a single topic of everything.
 */
public final class Placing {

    /** So alike that both may want the same. */
    private static final double ALIKE = 0.6;
    /** So alike that one member speaks for the topic. */
    private static final double TWINS = 0.85;
    /** By words alone even what is most alike scores less; in return what both want must be said alike as well. */
    private static final double ALIKE_BY_WORDS = 0.5;
    private static final double TWINS_BY_WORDS = 0.65;
    private static final int WITNESSES = 2;
    /** Who gives no title worth the name has the same one as many others; so what they want must be said alike, too. */
    private static final double SHARED = 0.4;

    private Placing() {
    }

    /**
     * A case that is like the one to be placed.
     *
     * @param shared how much of what both want is said in the same words, of the shorter text; null where
     *        meanings were compared
     */
    public record Neighbour(String caseNumber, double score, Double shared) {

        private boolean isAlike() {
            return shared == null ? score >= ALIKE : score >= ALIKE_BY_WORDS && shared >= SHARED;
        }

        private boolean isTwin() {
            return score >= (shared == null ? TWINS : TWINS_BY_WORDS);
        }
    }

    /** How much of the shorter text stands in the other as well, by pairs of characters. */
    public static double shared(String one, String other) {
        Set<String> first = Grams.of(one);
        Set<String> second = Grams.of(other);
        long both = first.stream().filter(second::contains).count();
        return both / (double) Math.max(1, Math.min(first.size(), second.size()));
    }

    /**
     * What follows.
     *
     * @param topic the topic to join; null for a new one or for none
     * @param with the case with which a new topic begins; null as above
     */
    public record Place(String topic, String with) {

        private static final Place ALONE = new Place(null, null);
    }

    /**
     * Judges.
     *
     * @param neighbours the cases most like it, some of each topic at least
     * @param topicOf the topic of a case, or null
     */
    public static Place of(Collection<Neighbour> neighbours, Function<String, String> topicOf) {
        List<Neighbour> alike = neighbours.stream().filter(Neighbour::isAlike)
                .sorted((one, other) -> Double.compare(other.score(), one.score())).toList();
        Map<String, Integer> witnesses = new HashMap<>();
        for (Neighbour each : alike) {
            String topic = topicOf.apply(each.caseNumber());
            if (topic != null
                    && (witnesses.merge(topic, 1, Integer::sum) >= WITNESSES || each.isTwin())) {
                return new Place(topic, null);
            }
        }
        return alike.stream().filter(each -> topicOf.apply(each.caseNumber()) == null).findFirst()
                .map(each -> new Place(null, each.caseNumber())).orElse(Place.ALONE);
    }
}
