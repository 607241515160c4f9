package io.minsheng.evaluation;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Disposition;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Verdicts;

/** Ends a case, by conclusion or decision, with the reason that was noted; the author learns it with the answer. */
@ApplicationScoped
public class EndByVerdict {

    private final Proposals proposals;
    private final Verdicts verdicts;
    private final MoveCase moveCase;

    EndByVerdict(Proposals proposals, Verdicts verdicts, MoveCase moveCase) {
        this.proposals = proposals;
        this.verdicts = verdicts;
        this.moveCase = moveCase;
    }

    /**
     * Ends it; a second call changes nothing.
     *
     * @param forAuthor what the author reads
     * @param label what the office calls it, before the reason
     */
    public void end(String caseNumber, Disposition disposition, String forAuthor, String label) {
        Proposal proposal = proposals.byNumber(caseNumber);
        if (proposal.disposition() != disposition) {
            String reason = verdicts.of(proposal).orElseThrow().reason();
            moveCase.end(disposition, reason, proposal, new Note(forAuthor, label + "：" + reason), Actor.SYSTEM);
        }
    }
}
