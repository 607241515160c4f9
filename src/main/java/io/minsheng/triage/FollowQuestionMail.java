package io.minsheng.triage;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.minsheng.correspondence.MailKind;
import io.minsheng.correspondence.Outbox;
import io.minsheng.correspondence.TellAuthor;
import io.minsheng.proposal.HaveQuestionTold;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.SupplementRequests;

/**
 * A question by mail or short message that did not arrive goes to a person, if there is a number to call or an address to write
 * to; else it only stands on the tracking page. News of a question that is answered or over moves nothing.
 */
@Singleton
class FollowQuestionMail {

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final TellAuthor tellAuthor;
    private final HaveQuestionTold haveQuestionTold;

    FollowQuestionMail(Proposals proposals, SupplementRequests requests, TellAuthor tellAuthor,
            HaveQuestionTold haveQuestionTold) {
        this.proposals = proposals;
        this.requests = requests;
        this.tellAuthor = tellAuthor;
        this.haveQuestionTold = haveQuestionTold;
    }

    void failed(@Observes Outbox.Failed mail) {
        follow(mail.kind(), mail.caseNumber(), mail.reference());
    }

    void bounced(@Observes Outbox.Bounced mail) {
        follow(mail.kind(), mail.caseNumber(), mail.reference());
    }

    private void follow(MailKind kind, String caseNumber, String question) {
        if (kind != MailKind.QUESTION) {
            return;
        }
        Proposal proposal = proposals.byNumber(caseNumber);
        if (tellAuthor.canBeCalled(proposal)) {
            requests.openOf(proposal).filter(open -> open.id().equals(question) && open.toldOn() == null)
                    .ifPresent(open -> haveQuestionTold.byHand(proposal, open));
        }
    }
}
