package io.minsheng.decision;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A vote that came to nothing because too few voted, and was opened anew.
 *
 * @param ballots how many voted; who did, and what, is not kept
 * @param reason why it was repeated
 * @param repeatedBy user name
 */
@Embeddable
public record VoidVote(@Enumerated(EnumType.STRING) VoteMode mode, int choices, int seats, int threshold, int ballots,
        @Column(name = "opened_at") Instant openedAt, @Column(name = "closed_at") Instant closedAt, String reason,
        @Column(name = "repeated_by") String repeatedBy) {
}
