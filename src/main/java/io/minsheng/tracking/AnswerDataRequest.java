package io.minsheng.tracking;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.text.LengthRule;
import io.minsheng.platform.text.Texts;
import io.minsheng.tracking.DataRequest.State;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/**
 * REVIEW/PERSON: the head of the office grants what a person asked about the own data, which the process then does, or
 * refuses it where a law demands that the data are kept, or where it is not that person who asks.
 */
@Singleton
class AnswerDataRequest implements Completion<DataRequestAnswer> {

    private static final OutcomeFields FIELDS = new OutcomeFields(
            Map.of("GRANT", Set.of("reason"), "REFUSE", Set.of("reason")));
    private static final LengthRule REASON = LengthRule.reason("reason", "答复");

    private final DataRequests requests;
    private final TellAboutOwnData tell;
    private final InstantSource clock;

    AnswerDataRequest(DataRequests requests, TellAboutOwnData tell, InstantSource clock) {
        this.requests = requests;
        this.tell = tell;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return "REVIEW";
    }

    @Override
    public String step() {
        return "PERSON";
    }

    @Override
    public Class<DataRequestAnswer> form() {
        return DataRequestAnswer.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, DataRequestAnswer form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        String reason = Texts.cleanOrNull(form.reason());
        boolean granted = form.outcome().equals("GRANT");
        (granted ? REASON : REASON.needed()).violation(reason).ifPresent(each -> {
            throw Refusal.invalid(each.field(), each.message());
        });
        DataRequest request = requests.ofProcess(item.processInstance());
        request.answered(granted ? State.GRANTED : State.REFUSED, reason, actor.username(), clock.instant());
        tell.answered(request, actor);
        return Map.of("outcome", form.outcome());
    }
}
