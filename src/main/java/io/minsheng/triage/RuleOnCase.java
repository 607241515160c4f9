package io.minsheng.triage;

import java.util.Map;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.actor.Actor;
import io.minsheng.proposal.EvaluationRounds;
import io.minsheng.proposal.EvaluationRounds.Opened;
import io.minsheng.proposal.Note;
import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.SupplementRequests;
import io.minsheng.proposal.Verdicts;

/**
 * Carries a checked ruling into our tables; the process then does the rest. Texts stay here, since process variables hold
 * codes only.
 */
@Singleton
class RuleOnCase {

    private final WriteRuling write;
    private final EvaluationRounds rounds;
    private final SupplementRequests requests;
    private final Verdicts verdicts;
    private final Referrals referrals;
    private final Campaigns campaigns;

    RuleOnCase(WriteRuling write, EvaluationRounds rounds, SupplementRequests requests, Verdicts verdicts,
            Referrals referrals, Campaigns campaigns) {
        this.write = write;
        this.rounds = rounds;
        this.requests = requests;
        this.verdicts = verdicts;
        this.referrals = referrals;
        this.campaigns = campaigns;
    }

    Map<String, Object> accept(Proposal proposal, TriageForm form, Actor actor) {
        TriageRuling ruling = write.ruling(proposal, TriageRuling.Outcome.ACCEPT, actor);
        proposal.classify(form.category(), form.publicTitle());
        Opened round = rounds.open(proposal, form.leadDepartment(), form.assistDepartments(), form.note(), actor);
        write.tell(proposal, ruling, form.category() + " " + form.leadDepartment(),
                Note.internal("受理，类别：" + campaigns.rules(proposal.campaign()).categoryName(form.category())
                        + (form.note() == null ? "。" : "。给承办单位的说明：" + form.note())),
                actor);
        return Map.of("outcome", "ACCEPT", "roundId", round.roundId(), "partCount", round.parts());
    }

    Map<String, Object> ask(Proposal proposal, TriageForm form, Actor actor) {
        TriageRuling ruling = write.ruling(proposal, TriageRuling.Outcome.ASK_SUPPLEMENT, actor);
        int days = form.workingDays() != null ? form.workingDays()
                : campaigns.rules(proposal.campaign()).deadlines().supplement();
        requests.prepare(proposal, form.question(), days, actor.username(), ruling.ruledAt());
        write.tell(proposal, ruling, "", Note.internal("请建议人补充：" + form.question()), actor);
        return Map.of("outcome", "ASK_SUPPLEMENT");
    }

    Map<String, Object> refer(Proposal proposal, TriageForm form, Actor actor) {
        TriageRuling ruling = write.ruling(proposal, TriageRuling.Outcome.REFER, actor);
        ruling.referTo(form.to(), form.explanation());
        verdicts.note(proposal, form.explanation(), null, actor);
        write.tell(proposal, ruling, form.to(), Note.internal(
                "转" + referrals.find(form.to()).orElseThrow().name() + "办理：" + form.explanation()), actor);
        return Map.of("outcome", "REFER");
    }

    Map<String, Object> reject(Proposal proposal, TriageForm form, Actor actor) {
        TriageRuling ruling = write.ruling(proposal, TriageRuling.Outcome.REJECT, actor);
        RejectionReason reason = RejectionReason.valueOf(form.reasonCode());
        ruling.reject(reason, form.explanation());
        verdicts.note(proposal, form.explanation(), null, actor);
        write.tell(proposal, ruling, form.reasonCode(),
                Note.internal("不予受理（" + reason.label() + "）：" + form.explanation()), actor);
        return Map.of("outcome", "REJECT");
    }
}
