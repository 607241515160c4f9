package io.minsheng.publication.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.publication.Judgement;
import io.minsheng.publication.TwoPersons;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.HasElement;
import io.minsheng.workflow.WorkItem;

/** ANSWER/RELEASE: a second person lets the answer go, or gives the draft back. */
@Singleton
class ReleaseAnswer implements Completion<Judgement> {

    private static final String HOLD = "Gateway_HeldOrStopped";

    private final Answers answers;
    private final HasElement hasElement;
    private final InstantSource clock;
    private final Event<Act> acts;

    ReleaseAnswer(Answers answers, HasElement hasElement, InstantSource clock, Event<Act> acts) {
        this.answers = answers;
        this.hasElement = hasElement;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "ANSWER";
    }

    @Override
    public String step() {
        return "RELEASE";
    }

    @Override
    public Class<Judgement> form() {
        return Judgement.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, Judgement form, Actor actor) {
        Answer answer = answers.ofCase(item.caseNumber());
        if (form.releases() && form.hold() > 0) {
            if (!hasElement.in(item, HOLD)) {
                throw Refusal.conflict("这份答复按以前的流程办理，不能暂缓发出，请直接签发或退回。");
            }
            Instant until = clock.instant().plus(Duration.ofMinutes(form.hold()));
            answer.holdBack(actor.username(), until);
            acts.fire(Act.onCase(actor.username(), "ANSWER_HELD", item.caseNumber(), form.hold() + " min"));
            return Map.of("outcome", "HOLD", "heldUntil", Date.from(until));
        }
        if (form.releases()) {
            answer.release(actor.username(), clock.instant());
        } else {
            TwoPersons.require(answer.draftedBy(), actor.username());
            answer.giveBack(form.cleanReason(), actor.username());
        }
        acts.fire(Act.onCase(actor.username(), "ANSWER_" + form.outcome(), item.caseNumber(), answer.way().name()));
        return Map.of("outcome", form.outcome());
    }
}
