package io.minsheng.publication.answer;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Processes;

/** Stops a signed answer while it is held: it goes back to be drafted again, and nobody has seen it. */
@ApplicationScoped
public class StopAnswer {

    private static final LengthRule REASON = LengthRule.reason("reason", "停发原因").needed();

    private final Answers answers;
    private final Processes processes;
    private final Event<Act> acts;

    StopAnswer(Answers answers, Processes processes, Event<Act> acts) {
        this.answers = answers;
        this.processes = processes;
        this.acts = acts;
    }

    /**
     * Stops it.
     *
     * @return number of its case
     * @throws Refusal 400 no reason, 403 neither TRIAGE nor CHIEF, 404 unknown or of another campaign, 409 not
     *         held, or gone just now
     */
    @Transactional
    public String stop(String campaign, String id, String reason, Actor actor) {
        if (!actor.hasAny(Role.TRIAGE, Role.CHIEF)) {
            throw Refusal.forbidden("只有分类整理人员和科室负责人可以停发答复。");
        }
        String clean = REASON.accepted(reason);
        Answer answer = answers.byId(campaign, id);
        answers.hold(answer);
        if (answer.state() != AnswerState.HELD) {
            throw Refusal.conflict("这份答复现为“" + answer.state().label() + "”，不能停发。");
        }
        String caseNumber = answer.proposal().caseNumber();
        answer.stop(clean);
        answers.flush();
        processes.deliver(MessageName.ANSWER_STOPPED, caseNumber, Map.of());
        acts.fire(Act.onCase(actor.username(), "ANSWER_STOPPED", caseNumber, clean));
        return caseNumber;
    }
}
