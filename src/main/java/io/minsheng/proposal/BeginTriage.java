package io.minsheng.proposal;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.workflow.WorkItemClaimed;

/** The first claim of the triage task makes a received case one that is being sorted. */
@Singleton
class BeginTriage {

    private final Proposals proposals;
    private final MoveCase moveCase;

    BeginTriage(Proposals proposals, MoveCase moveCase) {
        this.proposals = proposals;
        this.moveCase = moveCase;
    }

    void claimed(@Observes WorkItemClaimed event) {
        if (!event.item().queue().equals("TRIAGE")) {
            return;
        }
        Proposal proposal = proposals.byNumber(event.item().caseNumber());
        if (proposal.stage() == Stage.RECEIVED) {
            moveCase.to(Stage.TRIAGE, proposal, Note.forAuthor("工作人员已开始分类整理。"), event.actor());
        }
    }
}
