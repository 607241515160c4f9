package io.minsheng.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Timeline;

/** Writes down what was asked and answered: for the author, for colleagues, for the audit. Never any data. */
@ApplicationScoped
class TellAboutOwnData {

    private final Timeline timeline;
    private final Event<Act> acts;

    TellAboutOwnData(Timeline timeline, Event<Act> acts) {
        this.timeline = timeline;
        this.acts = acts;
    }

    void asked(DataRequest request) {
        note(request, "申请" + request.kind().label() + "本人信息，已转交办理。", Actor.RESIDENT);
        act(request, "DATA_REQUESTED", Actor.RESIDENT);
    }

    void answered(DataRequest request, Actor by) {
        note(request, request.kind().label() + "本人信息的申请" + request.state().label() + "，详情见“我的个人信息”。", by);
        act(request, "DATA_REQUEST_" + request.state(), by);
    }

    /** The author's time line is not for those who support the case. */
    private void note(DataRequest request, String text, Actor by) {
        timeline.add(request.proposal(), request.ofCaseAuthor()
                ? Note.forAuthor("您" + text)
                : Note.internal("一位附议人" + text), by);
    }

    private void act(DataRequest request, String action, Actor by) {
        acts.fire(Act.onCase(by.username(), action, request.proposal().caseNumber(),
                request.kind() + " " + request.id()));
    }
}
