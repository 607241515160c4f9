package io.minsheng.proposal.process;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** After a withdrawal: an open question needs no answer any more. */
@Singleton
class WithdrawCase implements Step {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final InstantSource clock;

    WithdrawCase(Proposals proposals, SupplementRequests requests, InstantSource clock) {
        this.proposals = proposals;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        requests.openOf(proposal).ifPresent(each -> each.close(SupplementRequest.End.EXPIRED, clock.instant()));
    }
}
