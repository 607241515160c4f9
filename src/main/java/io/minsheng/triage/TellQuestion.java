package io.minsheng.triage;

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
import io.minsheng.proposal.AddSupplement;
import io.minsheng.proposal.Channel;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.SupplementRequest;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Timeline;
import io.minsheng.proposal.ToldBy;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** REVIEW/TELL: a person has called, written or talked to the author, who perhaps answered at once, or has reached nobody. */
@Singleton
class TellQuestion implements Completion<Telling> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of(
            "DONE", Set.of("on", "way", "note"),
            "ANSWERED", Set.of("on", "way", "note", "answer"),
            "UNREACHABLE", Set.of("reason")));
    private static final LengthRule NOTE = LengthRule.reason("note", "说明");
    private static final LengthRule REASON = LengthRule.reason("reason", "联系的经过").needed();
    private static final LengthRule ANSWER = new LengthRule("answer", "建议人的答复", 1, 5000);

    private final Proposals proposals;
    private final SupplementRequests requests;
    private final AddSupplement addSupplement;
    private final Timeline timeline;
    private final InstantSource clock;
    private final Event<Act> acts;

    TellQuestion(Proposals proposals, SupplementRequests requests, AddSupplement addSupplement, Timeline timeline,
            InstantSource clock, Event<Act> acts) {
        this.proposals = proposals;
        this.requests = requests;
        this.addSupplement = addSupplement;
        this.timeline = timeline;
        this.clock = clock;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "REVIEW";
    }

    @Override
    public String step() {
        return "TELL";
    }

    @Override
    public Class<Telling> form() {
        return Telling.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, Telling form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Proposal proposal = proposals.byNumber(item.caseNumber());
        SupplementRequest request = requests.openOf(proposal).orElseThrow();
        if (form.outcome().equals("UNREACHABLE")) {
            String reason = REASON.accepted(form.reason());
            request.giveUpTelling();
            timeline.add(proposal, Note.internal("没有联系上建议人：" + reason), actor);
            acts.fire(Act.onCase(actor.username(), "QUESTION_UNTOLD", item.caseNumber(), ""));
        } else {
            told(proposal, request, form, actor);
        }
        return Map.of("outcome", form.outcome());
    }

    private void told(Proposal proposal, SupplementRequest request, Telling form, Actor actor) {
        String note = Texts.cleanOrNull(form.note());
        boolean answered = form.outcome().equals("ANSWERED");
        List<Violation> violations = new ArrayList<>();
        checkDay(request, form.on(), violations);
        NOTE.check(note, violations);
        if (answered) {
            ANSWER.check(Texts.clean(form.answer()), violations);
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        request.toldOn(form.on(), form.way());
        timeline.add(proposal, Note.internal("已于" + Shanghai.sayDate(form.on()) + words(form.way()) + "把问题告知建议人"
                + (answered ? "，当场答复。" : "。") + (note == null ? "" : "说明：" + note)), actor);
        if (answered) {
            addSupplement.answeredAtOnce(proposal, request, form.answer(),
                    form.way() == null ? Channel.PHONE : form.way().answeredBy());
        }
        acts.fire(Act.onCase(actor.username(), "QUESTION_TOLD", proposal.caseNumber(),
                (form.way() == null ? "" : form.way() + " ") + form.on()));
    }

    private void checkDay(SupplementRequest request, LocalDate on, List<Violation> violations) {
        LocalDate asked = Shanghai.date(request.askedAt());
        if (on == null) {
            violations.add(new Violation("on", "请填写告知日期。"));
        } else if (on.isAfter(Shanghai.date(clock.instant()))) {
            violations.add(new Violation("on", "告知日期不能晚于今天。"));
        } else if (on.isBefore(asked)) {
            violations.add(new Violation("on", "告知日期不能早于提问日期 " + Shanghai.sayDate(asked) + "。"));
        }
    }

    private static String words(ToldBy way) {
        return way == null ? "" : way.words();
    }
}
