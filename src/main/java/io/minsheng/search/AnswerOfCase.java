package io.minsheng.search;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.publication.Answer;
import io.minsheng.publication.Answers;
import io.minsheng.search.CaseFile.AnswerView;

/** The answer of a case: drafts for the office, for everyone else what was released. */
@ApplicationScoped
class AnswerOfCase {

    private final Proposals proposals;
    private final Answers answers;

    AnswerOfCase(Proposals proposals, Answers answers) {
        this.proposals = proposals;
        this.answers = answers;
    }

    AnswerView seenBy(String caseNumber, Actor actor) {
        Proposal proposal = proposals.byNumber(caseNumber);
        return answers.of(proposal).filter(each -> each.releasedAt() != null || actor.hasAny(Role.TRIAGE, Role.CHIEF))
                .map(AnswerOfCase::view).orElse(null);
    }

    private static AnswerView view(Answer answer) {
        return new AnswerView(answer.state().name(), answer.state().label(), answer.text(),
                answer.way() == null ? null : answer.way().label(), answer.notOwedReason(), answer.releasedAt());
    }
}
