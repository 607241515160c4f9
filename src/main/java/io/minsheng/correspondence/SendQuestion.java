package io.minsheng.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.Timeline;

/**
 * A question to an author goes out by the way that reaches; the tracking page shows it in any case. Where no way does, the case
 * says that somebody has to call or write.
 */
@ApplicationScoped
public class SendQuestion {

    private final TellAuthor tellAuthor;
    private final Letters letters;
    private final Timeline timeline;

    SendQuestion(TellAuthor tellAuthor, Letters letters, Timeline timeline) {
        this.tellAuthor = tellAuthor;
        this.letters = letters;
        this.timeline = timeline;
    }

    void send(@Observes SupplementRequest.Asked asked) {
        SupplementRequest request = asked.request();
        Proposal proposal = asked.proposal();
        if (tellAuthor.tell(MailKind.QUESTION, proposal,
                () -> letters.question(proposal, request.question(), request.dueAt()),
                () -> letters.inShort().question(proposal, request.question(), request.dueAt()), request.id()).isEmpty()) {
            timeline.add(proposal, Note.internal(tellAuthor.canBeCalled(proposal)
                    ? "没有可用的邮箱和短信，问题显示在查询页面，请打电话或写信告知建议人。"
                    : "没有可用的联系方式，问题只显示在查询页面。"), Actor.SYSTEM);
        }
    }
}
