package io.minsheng.intake.mail;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.correspondence.RecordBounce;
import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.AddSupplement;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.NewProposal;
import io.minsheng.proposal.NewProposal.Consent;
import io.minsheng.proposal.NewProposal.Origin;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.RegisterProposal;

/**
 * Does what the route says, in the caller's transaction: case, files, process, outbox row and the state of the row together.
 */
@ApplicationScoped
class FollowRoute {

    private final RegisterProposal register;
    private final AddSupplement supplements;
    private final Proposals proposals;
    private final JoinFiles files;
    private final EnterReview review;
    private final RecordBounce bounces;
    private final Event<Act> acts;

    FollowRoute(RegisterProposal register, AddSupplement supplements, Proposals proposals, JoinFiles files,
            EnterReview review, RecordBounce bounces, Event<Act> acts) {
        this.register = register;
        this.supplements = supplements;
        this.proposals = proposals;
        this.files = files;
        this.review = review;
        this.bounces = bounces;
        this.acts = acts;
    }

    void follow(Route route, InboxMessage message, ReadMail mail) {
        if (route instanceof Route.NewCase it) {
            registerCase(it.draft(), it.remark(), message, mail, Actor.SYSTEM);
        } else if (route instanceof Route.Reply it) {
            attach(it.proposal(), it.text(), message, mail, Actor.SYSTEM);
            message.remark(it.remark());
        } else if (route instanceof Route.Bounce it) {
            boolean news = bounces.record(it.bounce().mail(), it.bounce().why());
            message.become(InboxState.REPLY, "退信：" + it.bounce().why() + (news ? "。已记在案件中。" : "。此前已知。"),
                    it.bounce().mail().proposal().caseNumber());
        } else if (route instanceof Route.Duplicate it) {
            message.become(InboxState.DUPLICATE, "与先前收到的邮件相同。", it.of().caseNumber());
        } else if (route instanceof Route.Ignored it) {
            message.become(InboxState.IGNORED, it.reason(), null);
        } else if (route instanceof Route.Review it) {
            review.enter(message, it.reason());
        }
    }

    /** A new case from this mail. */
    Proposal registerCase(Draft draft, String remark, InboxMessage message, ReadMail mail, Actor by) {
        Origin origin = new Origin(Channel.EMAIL, message.receivedAt(), null, null, null, message.id(), Consent.NOTICE);
        String number = register.register(new NewProposal(draft.campaign(), draft.wish(), draft.proposer(), origin), by)
                .caseNumber();
        Proposal proposal = proposals.byNumber(number);
        List<String> left = files.join(proposal, message, mail, by);
        message.become(InboxState.CASE, said(remark, left), number);
        acts.fire(new Act(by.username(), "MESSAGE_CASE", "MESSAGE", message.id(), number, ""));
        return proposal;
    }

    /** Words and files for a case that exists. */
    void attach(Proposal proposal, String text, InboxMessage message, ReadMail mail, Actor by) {
        List<String> left = files.join(proposal, message, mail, by);
        message.become(InboxState.REPLY, said(null, left), proposal.caseNumber());
        acts.fire(new Act(by.username(), "MESSAGE_REPLY", "MESSAGE", message.id(), proposal.caseNumber(), ""));
        supplements.add(proposal, text, Channel.EMAIL, by == Actor.SYSTEM ? Actor.RESIDENT : by);
    }

    private static String said(String remark, List<String> left) {
        String some = left.isEmpty() ? "" : left.size() + " 个附件的类型、大小或数量不符合要求，保留在邮件原件中。";
        String all = (remark == null ? "" : remark) + some;
        return all.isEmpty() ? null : all;
    }
}
