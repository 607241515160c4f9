package io.minsheng.supervision;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** SUPERVISION/INTERVIEW: a leader approves 约谈 of the department, or declines and says why. */
@Singleton
class DecideInterview implements Completion<InterviewForm> {

    private static final OutcomeFields FIELDS = new OutcomeFields(
            Map.of("APPROVE", Set.of("reason"), "DECLINE", Set.of("reason")));
    private static final LengthRule REASON = LengthRule.reason("reason", "理由");

    private final Supervisions supervisions;
    private final RecordSupervision record;
    private final InstantSource clock;

    DecideInterview(Supervisions supervisions, RecordSupervision record, InstantSource clock) {
        this.supervisions = supervisions;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return "SUPERVISION";
    }

    @Override
    public String step() {
        return "INTERVIEW";
    }

    @Override
    public Class<InterviewForm> form() {
        return InterviewForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, InterviewForm form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        boolean approves = form.outcome().equals("APPROVE");
        String reason = (approves ? REASON : REASON.needed()).accepted(form.reason());
        Supervision supervision = supervisions.ofProcess(item.processInstance());
        supervision.decideInterview(approves ? Interview.APPROVED : Interview.DECLINED, Texts.cleanOrNull(reason),
                actor.username(), clock.instant());
        record.write(supervision, form.outcome(), approves ? "领导批准约谈%s。" : "领导未批准约谈%s。", actor);
        return Map.of("outcome", form.outcome());
    }
}
