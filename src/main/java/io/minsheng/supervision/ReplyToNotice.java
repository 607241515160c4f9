package io.minsheng.supervision;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** SUPERVISION/REPLY: the department answers a notice in writing; late is better than never. */
@Singleton
class ReplyToNotice implements Completion<ReplyForm> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of("REPLY", Set.of("text")));
    private static final LengthRule TEXT = LengthRule.reason("text", "回复").needed();

    private final Supervisions supervisions;
    private final RecordSupervision record;
    private final InstantSource clock;

    ReplyToNotice(Supervisions supervisions, RecordSupervision record, InstantSource clock) {
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
        return "REPLY";
    }

    @Override
    public Class<ReplyForm> form() {
        return ReplyForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ReplyForm form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Supervision supervision = supervisions.ofProcess(item.processInstance());
        supervision.reply(TEXT.accepted(form.text()), actor.username(), clock.instant());
        record.write(supervision, "REPLY", "%s书面回复了督办通知书（" + supervision.number() + "）。", actor);
        return Map.of("outcome", "REPLY");
    }
}
