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

/** The author answered: triage goes on. */
@Singleton
public class ResumeTriage implements Step {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final MoveCase moveCase;
    private final InstantSource clock;

    ResumeTriage(Proposals proposals, SupplementRequests requests, MoveCase moveCase, InstantSource clock) {
        this.proposals = proposals;
        this.requests = requests;
        this.moveCase = moveCase;
        this.clock = clock;
    }

    @Override
    public void perform(Token token) {
        Proposal proposal = proposals.byNumber(token.caseNumber());
        requests.openOf(proposal).ifPresent(each -> each.close(SupplementRequest.End.ANSWERED, clock.instant()));
        if (proposal.stage() != Stage.TRIAGE) {
            moveCase.to(Stage.TRIAGE, proposal, Note.forAuthor("已收到补充材料，继续分类整理。"), Actor.SYSTEM);
        }
    }
}
