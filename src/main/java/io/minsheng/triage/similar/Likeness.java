package io.minsheng.triage.similar;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * How alike two suggestions are, from 0 to 1. Shared pairs of characters tell that the same words are used, sentence vectors
 * that
 * the same is meant; neither is good alone, and a different place counts against both. The weights were chosen with the quality
 * command (README).
 */
final class Likeness {

    /** Below this nothing is called alike: cautious, as a wrong hint costs more than a missing one. */
    static final double THRESHOLD = 0.45;

    /** Sharing so much is as alike as it gets; people who mean the same share few words. */
    private static final double MANY_SHARED = 0.55;
    private static final double MANY_SHARED_WITHOUT_VECTORS = 0.37;
    private static final double COSINE_OF_STRANGERS = 0.45;
    private static final double COSINE_OF_TWINS = 0.92;
    private static final double GRAMS = 0.4;
    private static final double TITLE = 0.35;
    private static final double SAME_PLACE = 0.06;
    private static final double OTHER_PLACE = 0.15;

    private Likeness() {
    }

    /** The grams of a suggestion, in canonical words. */
    record Said(Set<String> title, Set<String> all, Set<String> places) {
    }

    /**
     * How alike they are.
     *
     * @param weights of the grams of {@code one}
     * @param cosine of their sentence vectors; null when unknown
     */
    static double of(Said one, Said other, Map<String, Double> weights, Double cosine) {
        double usual = weights.values().stream().mapToDouble(Double::doubleValue).average().orElse(1);
        double titles = one.title().isEmpty() ? shared(one.all(), other.title(), weights, usual)
                : shared(one.title(), other.title(), weights, usual);
        double texts = TITLE * titles + (1 - TITLE) * shared(one.all(), other.all(), weights, usual);
        double score = cosine == null ? Math.min(1, texts / MANY_SHARED_WITHOUT_VECTORS)
                : GRAMS * Math.min(1, texts / MANY_SHARED) + (1 - GRAMS) * meaning(cosine);
        return Math.max(0, Math.min(1, score + place(one.places(), other.places())));
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
     * The weight of what is shared against that of both; grams of the other text alone weigh as those of this one usually do.
     */
    private static double shared(Set<String> one, Set<String> other, Map<String, Double> weights, double usual) {
        double whole = 0;
        double common = 0;
        int known = 0;
        for (String gram : one) {
            double weight = weights.getOrDefault(gram, usual);
            whole += weight * weight;
            if (other.contains(gram)) {
                common += weight * weight;
                known++;
            }
        }
        double others = common + (other.size() - known) * usual * usual;
        return common == 0 ? 0 : common / Math.sqrt(whole * others);
    }
}
