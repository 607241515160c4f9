package io.minsheng.publication.answer.process;

import jakarta.inject.Singleton;

import io.minsheng.proposal.MergedCases;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.SettleMembers;
import io.minsheng.publication.answer.Answers;
import io.minsheng.publication.answer.OweAnswer;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** A case that was merged ends with its main case, and has an answer of its own from now on. */
@Singleton
class SettleMember implements Step {

    private final Proposals proposals;
    private final MergedCases merged;
    private final SettleMembers settleMembers;
    private final Answers answers;
    private final OweAnswer oweAnswer;

    SettleMember(Proposals proposals, MergedCases merged, SettleMembers settleMembers, Answers answers,
            OweAnswer oweAnswer) {
        this.proposals = proposals;
        this.merged = merged;
        this.settleMembers = settleMembers;
        this.answers = answers;
        this.oweAnswer = oweAnswer;
    }

    @Override
    public void perform(Token token) {
        Proposal member = proposals.byNumber(token.caseNumber());
        settleMembers.end(member, token.processInstance());
        oweAnswer.enterMember(member, answers.newestReleased(merged.mainOf(member)).orElseThrow());
    }
}
