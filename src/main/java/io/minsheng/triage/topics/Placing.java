package io.minsheng.triage.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * To which topic a case belongs, judged by the cases most like it. A case joins a topic only if it is like two of its members,
 * or very like one: else, over a long time, each is like the one before and all become a single topic of everything.
 */
public final class Placing {

    /** So alike that both may want the same. */
    public static final double ALIKE = 0.6;
    /** So alike that one member speaks for the topic. */
    private static final double TWINS = 0.85;
    private static final int WITNESSES = 2;

    private Placing() {
    }

    /** A case that is like the one to be placed. */
    public record Neighbour(String caseNumber, double score) {
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
        List<Neighbour> alike = neighbours.stream().filter(each -> each.score() >= ALIKE)
                .sorted((one, other) -> Double.compare(other.score(), one.score())).toList();
        Map<String, Integer> witnesses = new HashMap<>();
        for (Neighbour each : alike) {
            String topic = topicOf.apply(each.caseNumber());
            if (topic != null
                    && (witnesses.merge(topic, 1, Integer::sum) >= WITNESSES || each.score() >= TWINS)) {
                return new Place(topic, null);
            }
        }
        return alike.stream().filter(each -> topicOf.apply(each.caseNumber()) == null).findFirst()
                .map(each -> new Place(null, each.caseNumber())).orElse(Place.ALONE);
    }
}
