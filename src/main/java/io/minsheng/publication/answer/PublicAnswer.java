package io.minsheng.publication.answer;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;

/** The answers that an author may read: released by the second person, whatever way they go. */
@ApplicationScoped
public class PublicAnswer {

    private final Answers answers;

    PublicAnswer(Answers answers) {
        this.answers = answers;
    }

    /**
     * The words and since when they may be read.
     *
     * @param rating what the author thinks of it, or null
     * @param mayBeRated whether the author may still say so: it answers the present handling, and has no rating
     */
    public record Released(String text, Instant at, Rating rating, boolean mayBeRated) {

        private static Released of(Answers.Rated rated, Proposal proposal) {
            Answer answer = rated.answer();
            return new Released(answer.text(), answer.releasedAt(), rated.rating(),
                    rated.rating() == null && answer.number() == proposal.handling());
        }
    }

    /** Newest first, one for each handling of the case that has come to an answer. */
    public List<Released> of(Proposal proposal) {
        return answers.ratedOf(proposal).stream().filter(Answers.Rated::isReleased).map(each -> Released.of(each, proposal))
                .toList();
    }
}
