package io.minsheng.decision.process;

import jakarta.inject.Singleton;

import io.minsheng.decision.CandidateList;
import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.Candidates;
import io.minsheng.decision.TellCases;
import io.minsheng.workflow.MessageName;
import io.minsheng.workflow.Step;
import io.minsheng.workflow.Token;

/** The list is frozen: its cases hear of it. */
@Singleton
class FreezeList implements Step {

    private final CandidateLists lists;
    private final Candidates candidates;
    private final TellCases tellCases;

    FreezeList(CandidateLists lists, Candidates candidates, TellCases tellCases) {
        this.lists = lists;
        this.candidates = candidates;
        this.tellCases = tellCases;
    }

    @Override
    public void perform(Token token) {
        CandidateList list = lists.byId(token.text("listId"));
        tellCases.tell(MessageName.LIST_FROZEN, list, candidates.ofList(list.id()));
    }
}
