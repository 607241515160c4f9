package io.minsheng.decision;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.decision.CheckShortlist.Chosen;
import io.minsheng.decision.ListVersion.Entry;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** A list that is still worked on is kept as its next version: which items are on it, in which order, planned how, and why. */
@ApplicationScoped
public class SaveDraft {

    private final CandidateLists lists;
    private final WorkItems items;
    private final CheckShortlist check;
    private final KeepVersion keep;
    private final ListVersions versions;
    private final OneAtATime oneAtATime;
    private final Event<Act> acts;

    SaveDraft(CandidateLists lists, WorkItems items, CheckShortlist check, KeepVersion keep, ListVersions versions,
            OneAtATime oneAtATime, Event<Act> acts) {
        this.lists = lists;
        this.items = items;
        this.check = check;
        this.keep = keep;
        this.versions = versions;
        this.oneAtATime = oneAtATime;
        this.acts = acts;
    }

    /**
     * Saves the draft; target and units may still be missing.
     *
     * @param form its outcome is not asked
     * @return number of the new version
     * @throws Refusal 400; 403; 404 unknown list; 409 frozen already, or the task is not claimed by this person
     */
    @Transactional
    public int save(String listId, ShortlistForm form, Actor actor) {
        CandidateList list = lists.byId(listId);
        WorkItem task = items.openOn(SubjectType.LIST, List.of(listId)).stream()
                .filter(each -> each.queue().equals("SHORTLIST")).findFirst()
                .orElseThrow(() -> Refusal.conflict("名单现处于“" + list.state().label() + "”，不能再修改。"));
        items.claimedBy(task.id(), actor);
        oneAtATime.in(list.campaign());
        // as it stands now that nobody else is at it: a list frozen meanwhile must not be written over
        lists.getEntityManager().refresh(list);
        if (list.state() != ListState.OPEN) {
            throw Refusal.conflict("名单现处于“" + list.state().label() + "”，不能再修改。");
        }
        List<Chosen> chosen = check.draft(list.campaign(), form);
        chosen.forEach(each -> each.item().plan(each.plan()));
        ListVersion version = keep.of(list, chosen.stream().map(Chosen::item).toList(), check.reason(form), actor);
        acts.fire(new Act(actor.username(), "LIST_SAVED", "LIST", list.id(), null, "version " + version.number()));
        return version.number();
    }

    /** Ids of the items of the last draft, in their order; null while nothing was saved. */
    @Transactional
    public List<String> last(String listId) {
        return versions.lastOf(lists.byId(listId)).map(each -> each.entries().stream().map(Entry::item).toList()).orElse(null);
    }
}
