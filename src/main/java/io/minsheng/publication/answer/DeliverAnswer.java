package io.minsheng.publication.answer;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** ANSWER/DELIVER: a person has posted the letter, called, or found another way. */
@Singleton
class DeliverAnswer implements Completion<Delivery> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of("DONE", Set.of("on", "note")));
    private static final LengthRule NOTE = LengthRule.reason("note", "送达说明");

    private final Answers answers;
    private final InstantSource clock;
    private final Event<Act> acts;

    DeliverAnswer(Answers answers, InstantSource clock, Event<Act> acts) {
        this.answers = answers;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "ANSWER";
    }

    @Override
    public String step() {
        return "DELIVER";
    }

    @Override
    public Class<Delivery> form() {
        return Delivery.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, Delivery form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Answer answer = answers.ofCase(item.caseNumber());
        String note = Texts.cleanOrNull(form.note());
        List<Violation> violations = new ArrayList<>();
        checkDay(answer, form.on(), violations);
        NOTE.check(note, violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        answer.handedOver(form.on(), note);
        acts.fire(Act.onCase(actor.username(), "ANSWER_DELIVERED", item.caseNumber(), answer.way() + " " + form.on()));
        return Map.of("outcome", "DONE");
    }

    private void checkDay(Answer answer, LocalDate on, List<Violation> violations) {
        if (on == null) {
            violations.add(new Violation("on", "请填写送达日期。"));
        } else if (on.isAfter(Shanghai.date(clock.instant()))) {
            violations.add(new Violation("on", "送达日期不能晚于今天。"));
        } else if (on.isBefore(Shanghai.date(answer.releasedAt()))) {
            violations.add(new Violation("on", "送达日期不能早于签发日期 " + Shanghai.sayDate(answer.releasedAt()) + "。"));
        }
    }
}
