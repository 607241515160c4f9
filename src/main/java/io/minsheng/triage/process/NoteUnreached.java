package io.minsheng.triage.process;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/**
 * Nobody was reached: the author's clock starts now, since the question stands on the tracking page, which says that it was
 * not told.
 */
@Singleton
class NoteUnreached implements Step {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final SupplementClock clock;
    private final InstantSource now;

    NoteUnreached(Proposals proposals, SupplementRequests requests, SupplementClock clock, InstantSource now) {
        this.proposals = proposals;
        this.requests = requests;
        this.clock = clock;
        this.now = now;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        clock.start(now.instant(), "我们没有联系上您，问题显示在查询页面，", requests.openOf(proposal).orElseThrow(), proposal,
                token);
    }
}
