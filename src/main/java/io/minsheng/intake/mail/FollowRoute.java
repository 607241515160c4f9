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
import io.minsheng.proposal.Proposal;

/**
 * Does what the route says, in the caller's transaction: case, files, process, outbox row and the state of the row together.
 */
@ApplicationScoped
class FollowRoute {

    private final RegisterCases cases;
    private final AddSupplement supplements;
    private final JoinFiles files;
    private final EnterReview review;
    private final RecordBounce bounces;
    private final MailSuggestions suggestions;
    private final Event<Act> acts;

    FollowRoute(RegisterCases cases, AddSupplement supplements, JoinFiles files, EnterReview review, RecordBounce bounces,
            MailSuggestions suggestions, Event<Act> acts) {
        this.cases = cases;
        this.supplements = supplements;
        this.files = files;
        this.review = review;
        this.bounces = bounces;
        this.suggestions = suggestions;
        this.acts = acts;
    }

    void follow(Route route, InboxMessage message, ReadMail mail) {
        if (route instanceof Route.NewCases it) {
            cases.register(it, message, mail);
        } else if (route instanceof Route.Reply it) {
            attach(it.proposal(), it.text(), message, mail, Actor.SYSTEM);
            message.remark(it.remark());
        } else if (route instanceof Route.Bounce it) {
            boolean news = bounces.record(it.bounce().mail(), it.bounce().why());
            message.become(InboxState.REPLY, "退信：" + it.bounce().why() + (news ? "。已记在案件中。" : "。此前已知。"),
                    it.bounce().mail().caseNumber());
        } else if (route instanceof Route.Duplicate it) {
            message.become(InboxState.DUPLICATE, "与先前收到的邮件相同。", it.of().caseNumber());
        } else if (route instanceof Route.Ignored it) {
            message.become(InboxState.IGNORED, it.reason(), null);
        } else if (route instanceof Route.Review it) {
            review.enter(message, it.reason());
            suggestions.keep(message, it.read());
        }
    }

    /** Words and files for a case that exists. */
    void attach(Proposal proposal, String text, InboxMessage message, ReadMail mail, Actor by) {
        message.become(InboxState.REPLY, null, proposal.caseNumber());
        files.join(List.of(proposal), List.of(Suggestion.BODY), message, mail, by);
        acts.fire(new Act(by.username(), "MESSAGE_REPLY", "MESSAGE", message.id(), proposal.caseNumber(), ""));
        supplements.add(proposal, text, Channel.EMAIL, by == Actor.SYSTEM ? Actor.RESIDENT : by);
    }
}
