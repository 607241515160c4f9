package io.minsheng.publication.answer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;

/** The answers that an author may read: released by the second person, whatever way they go. */
@ApplicationScoped
public class PublicAnswer {

    private final Answers answers;
    private final Ratings ratings;

    PublicAnswer(Answers answers, Ratings ratings) {
        this.answers = answers;
        this.ratings = ratings;
    }

    /**
     * The words and since when they may be read.
     *
     * @param rating what the author thinks of it, or null
     */
    public record Released(String text, Instant at, Rating rating) {
    }

    /** Newest first, one for each handling of the case that has come to an answer. */
    public List<Released> of(Proposal proposal) {
        Map<String, Rating> rated = ratings.allOf(proposal).stream()
                .collect(Collectors.toMap(each -> each.answer().id(), Function.identity()));
        return answers.allOf(proposal).stream().filter(each -> each.releasedAt() != null)
                .map(each -> new Released(each.text(), each.releasedAt(), rated.get(each.id()))).toList();
    }
}
