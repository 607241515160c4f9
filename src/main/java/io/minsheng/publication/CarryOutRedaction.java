package io.minsheng.publication;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.decision.CandidateLists;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/**
 * PUBLICATION/REDACT: a second person takes the words and files out for good, or declines. The words are overwritten, keys
 * and pieces of the files destroyed; digests are kept.
 */
@Singleton
class CarryOutRedaction implements Completion<RedactionJudgement> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of("REDACT", Set.of(), "DECLINE", Set.of("reason")));
    private static final LengthRule REASON = LengthRule.reason("reason", "不同意的原因").needed();

    private final CandidateLists lists;
    private final Redactions redactions;
    private final ApplyRedaction applyRedaction;
    private final InstantSource clock;
    private final Event<Act> acts;

    CarryOutRedaction(CandidateLists lists, Redactions redactions, ApplyRedaction applyRedaction, InstantSource clock,
            Event<Act> acts) {
        this.lists = lists;
        this.redactions = redactions;
        this.applyRedaction = applyRedaction;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "PUBLICATION";
    }

    @Override
    public String step() {
        return "REDACT";
    }

    @Override
    public Class<RedactionJudgement> form() {
        return RedactionJudgement.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, RedactionJudgement form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        // nobody drafts, releases or gives back meanwhile: it would put the words back
        lists.held(item.subjectId());
        Redaction redaction = redactions.open(item.subjectId()).orElseThrow();
        if (form.outcome().equals("REDACT")) {
            redaction.done(actor.username(), clock.instant());
            applyRedaction.apply(redaction);
        } else {
            redaction.decline(REASON.accepted(form.reason()), actor.username(), clock.instant());
        }
        acts.fire(new Act(actor.username(), "REDACTION_" + redaction.state(), "LIST", item.subjectId(), null,
                AskRedaction.said(redaction)));
        return Map.of("outcome", form.outcome());
    }
}
