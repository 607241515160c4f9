package io.minsheng.triage;

import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.Proposals;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.OutcomeFields;
import io.minsheng.workflow.WorkItem;

/** A person of TRIAGE decides what becomes of a suggestion. */
@Singleton
public class CompleteTriage implements Completion<TriageForm> {

    private static final OutcomeFields FIELDS = new OutcomeFields(Map.of(
            "ACCEPT", Set.of("category", "leadDepartment", "assistDepartments", "publicTitle", "note"),
            "ASK_SUPPLEMENT", Set.of("question", "workingDays"),
            "REFER", Set.of("to", "explanation"),
            "REJECT", Set.of("reasonCode", "explanation")));

    private final Proposals proposals;
    private final CheckTriage check;
    private final RuleOnCase rule;

    CompleteTriage(Proposals proposals, CheckTriage check, RuleOnCase rule) {
        this.proposals = proposals;
        this.check = check;
        this.rule = rule;
    }

    @Override
    public String queue() {
        return "TRIAGE";
    }

    @Override
    public Class<TriageForm> form() {
        return TriageForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, TriageForm form, Actor actor) {
        FIELDS.check(form.outcome(), form);
        Proposal proposal = proposals.byNumber(item.caseNumber());
        TriageForm clean = check.checked(form, proposal);
        return switch (clean.outcome()) {
            case "ACCEPT" -> rule.accept(proposal, clean, actor);
            case "ASK_SUPPLEMENT" -> rule.ask(proposal, clean, actor);
            case "REFER" -> rule.refer(proposal, clean, actor);
            default -> rule.reject(proposal, clean, actor);
        };
    }
}
