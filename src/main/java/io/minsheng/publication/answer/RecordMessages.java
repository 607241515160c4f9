package io.minsheng.publication.answer;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.publication.answer.AnswerInBulk.Action;
import io.minsheng.publication.answer.AnswerInBulk.Outcome;
import io.minsheng.publication.answer.AnswerInBulk.What;

/** Enters what became of the answers by SMS, which the district's own platform has sent. */
@ApplicationScoped
public class RecordMessages {

    private static final int MOST = ListMessages.MOST;

    private final Answers answers;
    private final AnswerInBulk bulk;
    private final InstantSource clock;
    private final Event<Act> acts;

    RecordMessages(Answers answers, AnswerInBulk bulk, InstantSource clock, Event<Act> acts) {
        this.answers = answers;
        this.bulk = bulk;
        this.clock = clock;
        this.acts = acts;
    }

    /**
     * What became of one.
     *
     * @param sent whether it arrived; if not, a person has to find another way
     * @param on the day, or null for today
     * @param note what the platform said, or null
     */
    public record Result(String answer, Boolean sent, LocalDate on, String note) {
    }

    /**
     * Enters the results: what was sent is delivered, what was not stays due with a note. What is no answer of this
     * campaign is 404.
     *
     * @throws Refusal 400 nothing in it, or too much, 403 not TRIAGE
     */
    public List<Outcome> record(String campaign, List<Result> results, Actor actor) {
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以登记短信发送结果。");
        }
        if (results == null || results.isEmpty() || results.size() > MOST || results.stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("results", "请给出 1 到 " + MOST + " 条发送结果。");
        }
        List<Outcome> outcomes = new ArrayList<>();
        results.forEach(each -> outcomes.add(record(campaign, each, actor)));
        return outcomes;
    }

    private Outcome failed(String campaign, String id, String note, Actor actor) {
        return bulk.one(campaign, id, answer -> {
            // the same message may be entered as delivered at this moment
            answers.hold(answer);
            if (answer.state() != AnswerState.RELEASED || answer.way() != WayOfDelivery.SMS) {
                throw Refusal.conflict("这份答复不在待发短信之列。");
            }
            answer.note(note);
            acts.fire(Act.onCase(actor.username(), "SMS_FAILED", answer.proposal().caseNumber(), note));
        });
    }

    private Outcome record(String campaign, Result result, Actor actor) {
        if (result.answer() == null || result.sent() == null) {
            return new Outcome(result.answer(), null, 400, "缺少答复编号或发送结果。");
        }
        String note = Texts.shorten(Texts.cleanOrNull(result.note()), 200);
        if (result.sent()) {
            LocalDate on = result.on() == null ? Shanghai.date(clock.instant()) : result.on();
            return bulk.act(campaign, List.of(result.answer()),
                    new What(Action.DELIVER, null, null, null, on, note == null ? "短信平台回执：已送达" : "短信平台回执：" + note), actor)
                    .get(0);
        }
        return failed(campaign, result.answer(), "短信未送达" + (note == null ? "" : "：" + note), actor);
    }
}
