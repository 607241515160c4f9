package io.minsheng.decision;

import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.decision.CheckDecision.Checked;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.WorkItem;

/** DECISION: what the district decided about every item of a frozen list is written down. */
@Singleton
class RecordDecision implements Completion<DecisionForm> {

    private final CandidateLists lists;
    private final CheckDecision check;
    private final TellCases tellCases;
    private final ListVotes votes;
    private final Event<Act> acts;

    RecordDecision(CandidateLists lists, CheckDecision check, TellCases tellCases, ListVotes votes, Event<Act> acts) {
        this.lists = lists;
        this.check = check;
        this.tellCases = tellCases;
        this.votes = votes;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "DECISION";
    }

    @Override
    public Class<DecisionForm> form() {
        return DecisionForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, DecisionForm form, Actor actor) {
        // no vote is opened meanwhile
        CandidateList list = lists.held(item.subjectId());
        Checked checked = check.checked(list, form, actor);
        tellCases.requireDone(list);
        votes.requireDone(list);
        checked.results().forEach(each -> each.item().decide(each.result(), each.reason()));
        list.decided(checked.ruling());
        lists.flush();
        acts.fire(new Act(actor.username(), "LIST_DECIDED", "LIST", list.id(), null,
                checked.ruling().meeting() + " " + checked.ruling().decidedOn()));
        return Map.of("outcome", "RECORD");
    }
}
