package io.minsheng.publication.answer;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** ANSWER/DRAFT: the text and the way on which it shall reach the author. */
@Singleton
class DraftAnswer implements Completion<AnswerDraft> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of("SUBMIT", Set.of("text", "way")));
    private static final LengthRule TEXT = new LengthRule("text", "答复内容", 10, 5000);

    private final Answers answers;
    private final WaysOfAuthor ways;
    private final InstantSource clock;
    private final Event<Act> acts;

    DraftAnswer(Answers answers, WaysOfAuthor ways, InstantSource clock, Event<Act> acts) {
        this.answers = answers;
        this.ways = ways;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "ANSWER";
    }

    @Override
    public String step() {
        return "DRAFT";
    }

    @Override
    public Class<AnswerDraft> form() {
        return AnswerDraft.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, AnswerDraft form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Answer answer = answers.ofCase(item.caseNumber());
        String text = Texts.clean(form.text());
        List<Violation> violations = new ArrayList<>();
        TEXT.check(text, violations);
        Optional<WayOfDelivery> way = way(answer, form.way(), violations);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        answer.draft(text, way.orElseThrow(), actor.username(), clock.instant());
        acts.fire(Act.onCase(actor.username(), "ANSWER_DRAFTED", item.caseNumber(), answer.way().name()));
        return Map.of("outcome", "SUBMIT");
    }

    private Optional<WayOfDelivery> way(Answer answer, String name, List<Violation> violations) {
        Optional<WayOfDelivery> way = Arrays.stream(WayOfDelivery.values()).filter(each -> each.name().equals(name))
                .findFirst();
        if (way.isEmpty()) {
            violations.add(new Violation("way", "请选择送达方式。"));
        } else if (!ways.allows(answer.proposal(), way.get())) {
            violations.add(new Violation("way", "建议人没有留下“" + way.get().label() + "”所需的联系方式，请换一种送达方式。"));
        }
        return way;
    }
}
