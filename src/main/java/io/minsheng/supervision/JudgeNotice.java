package io.minsheng.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.supervision.Supervision.Notice;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** SUPERVISION/NOTICE: the chief issues a numbered notice with a deadline, or sees no need. */
@Singleton
class JudgeNotice implements Completion<NoticeForm> {

    private static final OutcomeFields FIELDS = new OutcomeFields(
            Map.of("ISSUE", Set.of("dueOn", "text"), "DISMISS", Set.of("reason")));
    private static final LengthRule TEXT = LengthRule.reason("text", "督办要求").needed();
    private static final LengthRule REASON = LengthRule.reason("reason", "理由").needed();

    private final Supervisions supervisions;
    private final RecordSupervision record;
    private final InstantSource clock;

    JudgeNotice(Supervisions supervisions, RecordSupervision record, InstantSource clock) {
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
        return "NOTICE";
    }

    @Override
    public Class<NoticeForm> form() {
        return NoticeForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, NoticeForm form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Supervision supervision = supervisions.ofProcess(item.processInstance());
        Instant now = clock.instant();
        if (form.outcome().equals("DISMISS")) {
            supervision.dismiss(REASON.accepted(form.reason()), actor.username(), now);
            record.write(supervision, "DISMISS", "对%s逾期不予督办。", actor);
            return Map.of("outcome", "DISMISS");
        }
        Notice notice = notice(supervision, form, Shanghai.date(now));
        supervision.issue(notice, actor.username(), now);
        supervisions.flush();
        record.write(supervision, "ISSUE", "向%s发出督办通知书（" + supervision.number() + "），要求在"
                + Shanghai.sayDate(notice.dueOn()) + "前书面回复。", actor);
        return Map.of("outcome", "ISSUE", "replyDue", Date.from(Shanghai.startOf(notice.dueOn().plusDays(1))));
    }

    private Notice notice(Supervision supervision, NoticeForm form, LocalDate today) {
        List<Violation> violations = new ArrayList<>();
        String text = Texts.clean(form.text());
        TEXT.check(text, violations);
        LocalDate dueOn = form.dueOn();
        if (dueOn == null) {
            violations.add(new Violation("dueOn", "请填写回复期限。"));
        } else if (!dueOn.isAfter(today)) {
            violations.add(new Violation("dueOn", "回复期限应晚于今天。"));
        } else if (dueOn.isAfter(today.plusYears(1))) {
            violations.add(new Violation("dueOn", "回复期限应在一年以内。"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new Notice(today.getYear(), supervisions.nextNumber(supervision.campaign(), today.getYear()), dueOn, text);
    }
}
