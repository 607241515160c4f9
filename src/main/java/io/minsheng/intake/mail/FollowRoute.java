package io.minsheng.intake.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        suggestions.forget(List.of(message.id()));
        act(route, message, mail);
    }

    private void act(Route route, InboxMessage message, ReadMail mail) {
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
            suggestions.add(message, it.read());
        }
    }

    /** A mail, and what is to become of it. */
    record Way(Route route, InboxMessage message, ReadMail mail) {
    }

    /** Follows ordinary routes; new cases first, since others of these mails may be their copies. */
    void followEach(List<Way> ways) {
        suggestions.forget(ways.stream().map(each -> each.message().id()).toList());
        List<RegisterCases.Single> singles = new ArrayList<>();
        for (Way each : ways) {
            if (each.route() instanceof Route.NewCases it) {
                singles.add(new RegisterCases.Single(each.message(), each.mail(), it.cases().get(0), it.remark()));
            }
        }
        cases.registerEach(singles);
        Map<InboxMessage, Route.Review> forPeople = new LinkedHashMap<>();
        for (Way each : ways) {
            if (each.route() instanceof Route.Review it) {
                forPeople.put(each.message(), it);
            } else if (!(each.route() instanceof Route.NewCases)) {
                act(each.route(), each.message(), each.mail());
            }
        }
        review.enterEach(forPeople);
        forPeople.forEach((message, it) -> suggestions.add(message, it.read()));
    }

    /** Words and files for a case that exists. */
    void attach(Proposal proposal, String text, InboxMessage message, ReadMail mail, Actor by) {
        message.become(InboxState.REPLY, null, proposal.caseNumber());
        acts.fire(new Act(by.username(), "MESSAGE_REPLY", "MESSAGE", message.id(), proposal.caseNumber(), ""));
        supplements.add(proposal, text, Channel.EMAIL, by == Actor.SYSTEM ? Actor.RESIDENT : by);
        // last, because it holds the case: who acts on tasks of a case holds those first
        files.join(proposal, message, mail, by);
    }
}
