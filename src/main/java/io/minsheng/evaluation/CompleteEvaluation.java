package io.minsheng.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.identity.Organisations;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** A department submits its opinion, or returns what is not its business. */
@Singleton
public class CompleteEvaluation implements Completion<EvaluationForm> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of(
            "SUBMIT",
            Set.of("scores", "recommendation", "opinion", "estimatedCost", "fundingSource", "thisYear", "target"),
            "RETURN", Set.of("reason", "suggestedDepartment")));

    private final Proposals proposals;
    private final RunningParts running;
    private final WriteOpinion writeOpinion;
    private final CheckReturn checkReturn;
    private final Organisations organisations;
    private final RecordOnCase record;
    private final InstantSource clock;

    CompleteEvaluation(Proposals proposals, RunningParts running, WriteOpinion writeOpinion, CheckReturn checkReturn,
            Organisations organisations, RecordOnCase record, InstantSource clock) {
        this.proposals = proposals;
        this.running = running;
        this.writeOpinion = writeOpinion;
        this.checkReturn = checkReturn;
        this.organisations = organisations;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public String queue() {
        return "EVALUATION";
    }

    @Override
    public Class<EvaluationForm> form() {
        return EvaluationForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, EvaluationForm form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Proposal proposal = proposals.byNumber(item.caseNumber());
        Part part = running.of(proposal, item.organisation())
                .orElseThrow(() -> Refusal.conflict("这一轮评估已经结束。"));
        String name = organisations.shortName(part.organisation()) + "（" + part.role().label() + "）";
        Instant now = clock.instant();
        if (form.outcome().equals("SUBMIT")) {
            writeOpinion.first(part, form, proposal.campaign(), actor);
            // every department on the case reads the time line, but only the lead reads the others' opinions
            record.write(proposal, "EVALUATION_SUBMIT", part.organisation(),
                    Note.internal(name + "提交评估意见。"), actor);
        } else {
            CheckReturn.Return back = checkReturn.checked(form, item, now);
            part.giveBack(back.reason(), back.suggestedDepartment(), actor.username(), now);
            record.write(proposal, "EVALUATION_RETURN", part.organisation(),
                    Note.internal(name + "退回：" + back.reason() + (back.suggestedDepartment() == null ? ""
                            : "（建议由" + organisations.shortName(back.suggestedDepartment()) + "承办）")),
                    actor);
        }
        return Map.of("outcome", form.outcome());
    }
}
