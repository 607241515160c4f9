package io.minsheng.publication.answer;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.proposal.Proposal;
import io.minsheng.proposal.SettleMembers;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;

/** When the answer of a case was released, whatever is merged into it gets its own: one process, and so one job, each. */
@ApplicationScoped
public class AnswerMembers {

    private final SettleMembers settleMembers;
    private final Processes processes;

    AnswerMembers(SettleMembers settleMembers, Processes processes) {
        this.settleMembers = settleMembers;
        this.processes = processes;
    }

    /** Starts what has not been started yet. Joins the caller's transaction. */
    public void of(Proposal main) {
        settleMembers.begin(main).forEach(each -> processes.start(ProcessKey.MERGED, each.caseNumber(),
                Map.of("caseNumber", each.caseNumber(), "campaign", each.campaign())));
    }
}
