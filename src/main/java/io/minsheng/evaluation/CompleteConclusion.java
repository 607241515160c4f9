package io.minsheng.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.CandidateItems;
import io.minsheng.proposal.EvaluationRounds.Opened;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.proposal.Verdicts;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** The office weighs the opinions: a candidate for the list, not adopted, kept in reserve, or evaluated again. */
@Singleton
public class CompleteConclusion implements Completion<ConclusionForm> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of(
            "SHORTLIST", Set.of("item", "reason"),
            "NOT_ADOPT", Set.of("reason", "answer"),
            "RESERVE", Set.of("reason", "answer"),
            "RE_EVALUATE", Set.of("leadDepartment", "assistDepartments")));

    private final Proposals proposals;
    private final CheckConclusion check;
    private final EvaluateAgain evaluateAgain;
    private final Verdicts verdicts;
    private final CandidateItems candidates;
    private final Conclusions conclusions;
    private final RecordOnCase record;

    CompleteConclusion(Proposals proposals, CheckConclusion check, EvaluateAgain evaluateAgain, Verdicts verdicts,
            CandidateItems candidates, Conclusions conclusions, RecordOnCase record) {
        this.proposals = proposals;
        this.check = check;
        this.evaluateAgain = evaluateAgain;
        this.verdicts = verdicts;
        this.candidates = candidates;
        this.conclusions = conclusions;
        this.record = record;
    }

    @Override
    public String queue() {
        return "CONCLUSION";
    }

    @Override
    public Class<ConclusionForm> form() {
        return ConclusionForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ConclusionForm form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Proposal proposal = proposals.byNumber(item.caseNumber());
        ConclusionForm clean = check.checked(form);
        Map<String, Object> variables = new HashMap<>(Map.of("outcome", clean.outcome()));
        // before a new round opens: it was the opinions of the last one that were weighed
        conclusions.note(proposal, clean.outcome(), actor);
        switch (clean.outcome()) {
            case "SHORTLIST" -> {
                String chosen = candidates.put(proposal, clean.item(), clean.reason(), actor);
                conclude(proposal, clean, chosen, "列入备选", actor);
            }
            case "NOT_ADOPT" -> decide(proposal, clean, "不纳入", actor);
            case "RESERVE" -> decide(proposal, clean, "留作储备", actor);
            default -> {
                Opened round = evaluateAgain.open(proposal, clean.leadDepartment(), clean.assistDepartments(), actor);
                variables.put("roundId", round.roundId());
                variables.put("partCount", round.parts());
                record.write(proposal, "CONCLUSION_RE_EVALUATE", "", Note.internal("综合意见：重新评估。"), actor);
            }
        }
        return variables;
    }

    private void decide(Proposal proposal, ConclusionForm form, String label, Actor actor) {
        verdicts.note(proposal, form.reason(), form.answer(), actor);
        conclude(proposal, form, "", label, actor);
    }

    private void conclude(Proposal proposal, ConclusionForm form, String detail, String label, Actor actor) {
        record.write(proposal, "CONCLUSION_" + form.outcome(), detail,
                Note.internal("综合意见：" + label + "。理由：" + form.reason()), actor);
    }
}
