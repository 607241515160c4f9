package io.minsheng.triage.similar;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.minsheng.proposal.index.Grams;
import io.minsheng.proposal.index.NearCases.Meaning;

/**
 * How alike two suggestions are, from 0 to about 1: how much of what the one says the other says too, how much of the other's
 * title the one says, how much else the other says; and how near what the one means is to all the other says and to its
 * title: who has only taken over a sentence wants something else, and says so in the title. A different place counts against
 * all of it. Measured against what the asking text says, since what is looked for is often only part of a longer
 * suggestion. The weights were chosen with the quality command (README).
 */
final class Likeness {

    /** Below this nothing is called alike: cautious, as a wrong hint costs more than a missing one. */
    static final double THRESHOLD = 0.35;

    private static final double SAID = 0.4;
    private static final double TITLE_SAID = 0.2;
    private static final double NOTHING_ELSE = 0.15;
    private static final double GIST = 0.1;
    private static final double GIST_OF_STRANGERS = 0.45;
    private static final double GIST_OF_TWINS = 0.92;
    private static final double TITLE = 0.2;
    private static final double TITLE_OF_STRANGERS = 0.35;
    private static final double TITLE_OF_TWINS = 0.8;
    /**
     * What an unknown meaning is taken to add, as a share of what the words do, and never more than one of twins adds: so
     * scores mean the same whether it is known or not.
     */
    private static final double UNKNOWN = 0.75;
    private static final double SAME_PLACE = 0.06;
    private static final double OTHER_PLACE = 0.15;

    private Likeness() {
    }

    /** The grams of a suggestion, in canonical words. */
    record Said(Set<String> title, Set<String> content, Set<String> all, Set<String> places) {

        static Said of(String title, String content, Set<String> places) {
            Set<String> head = Grams.of(title);
            Set<String> body = Grams.of(content);
            Set<String> all = new LinkedHashSet<>(head);
            all.addAll(body);
            return new Said(head, body, all, places);
        }
    }

    /**
     * How alike they are. Not cut off at 1, so that what is very like stays in order.
     *
     * @param one the text that asks
     * @param weights of the grams of {@code one}
     * @param meaning null when unknown
     */
    static double of(Said one, Said other, Map<String, Double> weights, Meaning meaning) {
        double usual = weights.values().stream().mapToDouble(Double::doubleValue).average().orElse(1);
        // a title may say nothing, and so may a content (as above)
        double said = Math.max(covered(one.content(), other.all(), weights, usual),
                covered(one.all(), other.all(), weights, usual));
        double words = SAID * said + TITLE_SAID * covered(other.title(), one.all(), weights, usual)
                + NOTHING_ELSE * covered(other.all(), one.all(), weights, usual);
        double score = words + (meaning == null ? unknown(words) : known(meaning));
        return Math.max(0, score + place(one.places(), other.places()));
    }

    private static double known(Meaning meaning) {
        return GIST * between(meaning.gist(), GIST_OF_STRANGERS, GIST_OF_TWINS)
                + TITLE * between(meaning.title(), TITLE_OF_STRANGERS, TITLE_OF_TWINS);
    }

    private static double unknown(double words) {
        return Math.min(GIST + TITLE, UNKNOWN * words);
    }

    private static double between(double cosine, double strangers, double twins) {
        return Math.max(0, Math.min(1, (cosine - strangers) / (twins - strangers)));
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
