package io.minsheng.triage.process;

import jakarta.inject.Singleton;

import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The author's clock starts on the day on which a person told the question. */
@Singleton
class StartSupplementClock implements Step {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final SupplementClock clock;

    StartSupplementClock(Proposals proposals, SupplementRequests requests, SupplementClock clock) {
        this.proposals = proposals;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        SupplementRequest request = requests.openOf(proposal).orElseThrow();
        clock.start(Shanghai.startOf(request.toldOn()), "已于" + Shanghai.sayDate(request.toldOn())
                + (request.toldBy() == null ? "" : request.toldBy().words()) + "把问题告诉您，", request, proposal, token);
    }
}
