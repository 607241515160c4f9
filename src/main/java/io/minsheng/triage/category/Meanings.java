package io.minsheng.triage.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.index.NearCases;
import io.minsheng.proposal.index.SentenceModel;

/**
 * What a suggestion is about, as one direction: midway between its gist, its title and the average of its parts. A title says
 * it in few words, and in a long text the part that matters is lost in one vector over everything.
 */
@ApplicationScoped
class Meanings {

    /** Characters of a part, and how many parts from the beginning on count. */
    private static final int PART = 80;
    private static final int MOST_PARTS = 4;

    private final SentenceModel sentences;

    Meanings(SentenceModel sentences) {
        this.sentences = sentences;
    }

    /**
     * Of length 1; empty while there is no sentence model.
     *
     * @param gist vector of the gist, or null: then it is computed
     */
    Optional<float[]> of(String title, String content, float[] gist) {
        if (!sentences.isLoaded() || (title + content).isBlank()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(parts(content));
        float[] head = sentences.vector(title).orElse(null);
        List<float[]> vectors = new ArrayList<>();
        if (head != null) {
            vectors.add(head);
        }
        parts.forEach(each -> sentences.vector(each).ifPresent(vectors::add));
        float[] average = unit(vectors);
        float[] whole = gist == null ? sentences.vector(NearCases.gist(title, content)).orElse(average) : gist;
        return Optional.of(unit(head == null ? List.of(whole, average) : List.of(whole, head, average)));
    }

    /** Whole sentences, put together as long as they are short. */
    private static List<String> parts(String content) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String sentence : content.split("(?<=[。！？；!?;\\n])")) {
            if (part.length() > 0 && part.length() + sentence.length() > PART) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(sentence);
            while (part.length() > 2 * PART) {
                parts.add(part.substring(0, PART));
                part.delete(0, PART);
            }
        }
        parts.add(part.toString());
        return parts.stream().filter(each -> !each.isBlank()).limit(MOST_PARTS).toList();
    }

    private static float[] unit(List<float[]> vectors) {
        float[] sum = new float[vectors.get(0).length];
        for (float[] each : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += each[i];
            }
        }
        double length = 0;
        for (float each : sum) {
            length += each * each;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= (float) Math.sqrt(length);
        }
        return sum;
    }
}
