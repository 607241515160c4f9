package io.minsheng.proposal;

import jakarta.inject.Singleton;

import io.minsheng.workflow.Subject;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.Subjects;

/** What the work list shows of a case. */
@Singleton
class CaseSubjects implements Subjects {

    private final Proposals proposals;

    CaseSubjects(Proposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public SubjectType type() {
        return SubjectType.CASE;
    }

    @Override
    public Subject describe(String caseNumber) {
        Proposal proposal = proposals.byNumber(caseNumber);
        return new Subject(proposal.title(), proposal.category(), proposal.township(), proposal.channel().name(),
                proposal.campaign(), proposal.caseNumber(), proposal.urgent());
    }
}
