package io.minsheng.publication;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;

/** The answer that an author may read: released by the second person, whatever way it goes. */
@ApplicationScoped
public class PublicAnswer {

    private final Answers answers;

    PublicAnswer(Answers answers) {
        this.answers = answers;
    }

    /** The words and since when they may be read. */
    public record Released(String text, Instant at) {
    }

    /** Empty until released. */
    public Optional<Released> of(Proposal proposal) {
        return answers.of(proposal).filter(each -> each.releasedAt() != null)
                .map(each -> new Released(each.text(), each.releasedAt()));
    }
}
