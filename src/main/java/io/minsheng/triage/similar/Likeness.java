package io.minsheng.triage.similar;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * How alike two suggestions are, from 0 to about 1 (words alone reach 1.46): how much of what the one says the other says
 * too, how much of the other's title is said, and how near their sentence vectors are; a different place counts against
 * all of it. Measured against what the asking text says, since what is looked for is often only part of a longer
 * suggestion. The weights were chosen with the quality command (README).
 */
final class Likeness {

    /** Below this nothing is called alike: cautious, as a wrong hint costs more than a missing one. */
    static final double THRESHOLD = 0.35;

    private static final double COSINE_OF_STRANGERS = 0.45;
    private static final double COSINE_OF_TWINS = 0.92;
    private static final double MEANING = 0.3;
    private static final double TITLE = 0.4;
    /** So that the threshold means the same with and without vectors. */
    private static final double WORDS_ALONE = 1.4;
    private static final double SAME_PLACE = 0.06;
    private static final double OTHER_PLACE = 0.15;

    private Likeness() {
    }

    /** The grams of a suggestion, in canonical words. */
    record Said(Set<String> title, Set<String> all, Set<String> places) {
    }

    /**
     * How alike they are. Not cut off at 1, so that what is very like stays in order.
     *
     * @param one the text that asks
     * @param weights of the grams of {@code one}
     * @param cosine of their sentence vectors; null when unknown
     */
    static double of(Said one, Said other, Map<String, Double> weights, Double cosine) {
        double usual = weights.values().stream().mapToDouble(Double::doubleValue).average().orElse(1);
        double words = (1 - TITLE) * covered(one.all(), other.all(), weights, usual)
                + TITLE * covered(other.title(), one.all(), weights, usual);
        double score = cosine == null ? words * WORDS_ALONE : (1 - MEANING) * words + MEANING * meaning(cosine);
        return Math.max(0, score + place(one.places(), other.places()));
    }

    private static double meaning(double cosine) {
        return Math.max(0, Math.min(1, (cosine - COSINE_OF_STRANGERS) / (COSINE_OF_TWINS - COSINE_OF_STRANGERS)));
    }

    private static double place(Collection<String> one, Collection<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        return Collections.disjoint(one, other) ? -OTHER_PLACE : SAME_PLACE;
    }

    /**
     * The share of the weight of some grams that others hold; a gram that nobody has asked for weighs what one usually does.
     */
    private static double covered(Set<String> some, Set<String> others, Map<String, Double> weights, double usual) {
        double whole = 0;
        double common = 0;
        for (String gram : some) {
            double weight = weights.getOrDefault(gram, usual);
            whole += weight * weight;
            if (others.contains(gram)) {
                common += weight * weight;
            }
        }
        return whole == 0 ? 0 : common / whole;
    }
}
