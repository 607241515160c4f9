package io.minsheng.intake.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.intake.mail.reading.ReadMail;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Timeline;

/** Does what a person decided about a mail, in the caller's transaction. */
@ApplicationScoped
class ActOnMessage {

    private final OpenMessage open;
    private final RegisterCases cases;
    private final FollowRoute follow;
    private final JoinFiles files;
    private final CheckDecision check;
    private final Timeline timeline;
    private final Event<Act> acts;

    ActOnMessage(OpenMessage open, RegisterCases cases, FollowRoute follow, JoinFiles files, CheckDecision check,
            Timeline timeline, Event<Act> acts) {
        this.open = open;
        this.cases = cases;
        this.follow = follow;
        this.files = files;
        this.check = check;
        this.timeline = timeline;
        this.acts = acts;
    }

    void act(InboxMessage message, ReviewForm form, Actor by) {
        ReadMail mail = open.read(message);
        switch (form.outcome()) {
            case "CASE" -> cases.register(check.drafts(form, message, mail), form.parts(), message, mail, by);
            case "ATTACH" -> attach(check.proposal(form.caseNumber()), message, mail, by);
            default -> ignore(message, form.reason(), by);
        }
    }

    /** Words that come too late for the procedure are kept with the case all the same. */
    private void attach(Proposal proposal, InboxMessage message, ReadMail mail, Actor by) {
        String text = mail.written(mail.text());
        if (proposal.takesSupplements()) {
            follow.attach(proposal, text.isBlank() ? "（没有文字，见附件和邮件原件）" : CheckDecision.fitting(text), message, mail, by);
        } else {
            message.become(InboxState.REPLY, null, proposal.caseNumber());
            files.join(proposal, message, mail, by);
            timeline.add(proposal, Note.internal("归入一封来信，见邮件原件。"), by);
            acts.fire(new Act(by.username(), "MESSAGE_REPLY", "MESSAGE", message.id(), proposal.caseNumber(), ""));
        }
    }

    private void ignore(InboxMessage message, String reason, Actor by) {
        message.become(InboxState.IGNORED, reason, null);
        acts.fire(new Act(by.username(), "MESSAGE_IGNORED", "MESSAGE", message.id(), null, reason));
    }
}
