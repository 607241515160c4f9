package io.minsheng.triage.process;

import java.time.InstantSource;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.MoveCase;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Stage;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The author did not answer in time: the case returns to triage as 未补充; no timer rejects anything. */
@Singleton
public class ExpireSupplement implements Step {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final MoveCase moveCase;
    private final InstantSource clock;

    ExpireSupplement(Proposals proposals, SupplementRequests requests, MoveCase moveCase, InstantSource clock) {
        this.proposals = proposals;
        this.requests = requests;
        this.moveCase = moveCase;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        requests.openOf(proposal).ifPresent(each -> each.close(SupplementRequest.End.EXPIRED, clock.instant()));
        if (proposal.stage() != Stage.TRIAGE) {
            moveCase.to(Stage.TRIAGE, proposal, new Note("补充期限已到，按现有材料继续分类整理。", "未补充：建议人在期限内没有答复。"), Actor.SYSTEM);
        }
    }
}
