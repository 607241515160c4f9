package io.minsheng.decision;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.minsheng.decision.CheckShortlist.Chosen;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.Completion;
import io.minsheng.workflow.WorkItem;

/** SHORTLIST: the chosen items make the list, which is frozen with its digest; what was left out waits for the next one. */
@Singleton
class ChooseCandidates implements Completion<ShortlistForm> {

    private final CandidateLists lists;
    private final CheckShortlist check;
    private final ListDigest digest;
    private final OneAtATime oneAtATime;
    private final BeginRound beginRound;
    private final KeepVersion keep;
    private final Event<Act> acts;

    ChooseCandidates(CandidateLists lists, CheckShortlist check, ListDigest digest, OneAtATime oneAtATime,
            BeginRound beginRound, KeepVersion keep, Event<Act> acts) {
        this.lists = lists;
        this.check = check;
        this.digest = digest;
        this.oneAtATime = oneAtATime;
        this.beginRound = beginRound;
        this.keep = keep;
        this.acts = acts;
    }

    @Override
    public String queue() {
        return "SHORTLIST";
    }

    @Override
    public Class<ShortlistForm> form() {
        return ShortlistForm.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ShortlistForm form, Actor actor) {
        oneAtATime.in(item.campaign());
        CandidateList list = lists.byId(item.subjectId());
        List<Chosen> chosen = check.checked(item.campaign(), form);
        int position = 0;
        for (Chosen each : chosen) {
            each.item().plan(each.plan());
            each.item().enter(list, ++position);
        }
        List<CandidateItem> items = chosen.stream().map(Chosen::item).toList();
        ListVersion version = keep.of(list, items, check.reason(form), actor);
        list.freeze(digest.of(list, items), actor.username(), version.savedAt());
        version.frozen(list.digest());
        lists.flush();
        acts.fire(new Act(actor.username(), "LIST_FROZEN", "LIST", list.id(), null, list.digest()));
        // here and not in the step after the task: a process must not be told anything while it is on the move itself
        beginRound.ifNeeded(list.campaign());
        return Map.of("outcome", "FREEZE");
    }
}
