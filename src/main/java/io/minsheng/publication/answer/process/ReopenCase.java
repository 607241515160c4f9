package io.minsheng.publication.answer.process;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.ReopenProposal;
import io.minsheng.publication.answer.Answer;
import io.minsheng.publication.answer.Answers;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The case with a bad rating is handled again. */
@Singleton
class ReopenCase implements Step {

    private final Proposals proposals;
    private final Answers answers;
    private final ReopenProposal reopenProposal;
    private final InstantSource clock;

    ReopenCase(Proposals proposals, Answers answers, ReopenProposal reopenProposal, InstantSource clock) {
        this.proposals = proposals;
        this.answers = answers;
        this.reopenProposal = reopenProposal;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        answers.of(proposal).filter(each -> each.releasedAt() != null).ifPresent(this::reopen);
    }

    /** Once: the answer of the next handling is not released yet. */
    private void reopen(Answer rated) {
        rated.read(Shanghai.date(clock.instant()));
        reopenProposal.reopen(rated.proposal(), Actor.SYSTEM);
    }
}
