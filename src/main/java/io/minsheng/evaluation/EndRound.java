package io.minsheng.evaluation;

import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Stage;

/** Ends a round: parts that nobody answered are cancelled, opinions given stay. Ending an ended one changes nothing. */
@ApplicationScoped
public class EndRound {

    private final Rounds rounds;
    private final Parts parts;
    private final InstantSource clock;

    EndRound(Rounds rounds, Parts parts, InstantSource clock) {
        this.rounds = rounds;
        this.parts = parts;
        this.clock = clock;
    }

    /** Ends the running round of a case, if there is one. */
    public void of(Proposal proposal) {
        rounds.runningOf(proposal).ifPresent(this::end);
    }

    /** Withdrawn, or answered with the case it was merged into. */
    void ended(@Observes Proposal.Moved event) {
        if (event.to() == Stage.WITHDRAWN || event.proposal().disposition() == Disposition.MERGED) {
            of(event.proposal());
        }
    }

    private void end(Round round) {
        Instant now = clock.instant();
        round.end(now);
        parts.of(round).forEach(each -> each.cancel(now));
    }
}
