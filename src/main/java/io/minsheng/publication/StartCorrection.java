package io.minsheng.publication;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.decision.CandidateList;
import io.minsheng.decision.CandidateLists;
import io.minsheng.decision.ListState;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** Begins to correct a published list: a draft to be written, and released by a second person like the first. */
@ApplicationScoped
public class StartCorrection {

    private final CandidateLists lists;
    private final WorkItems items;
    private final Processes processes;
    private final Event<Act> acts;

    StartCorrection(CandidateLists lists, WorkItems items, Processes processes, Event<Act> acts) {
        this.lists = lists;
        this.items = items;
        this.processes = processes;
        this.acts = acts;
    }

    /**
     * Begins.
     *
     * @return id of the task of drafting it
     * @throws Refusal 403 not TRIAGE, 404, 409 not published, or being corrected already
     */
    @Transactional
    public String start(String list, Actor actor) {
        if (!actor.has(Role.TRIAGE)) {
            throw Refusal.forbidden("只有分类整理人员可以发起更正。");
        }
        CandidateList found = lists.held(list);
        if (found.state() != ListState.PUBLISHED) {
            throw Refusal.conflict("名单尚未公布，不能更正。");
        }
        if (open(list) != null) {
            throw Refusal.conflict("这份名单正在更正，请先办结。");
        }
        processes.start(ProcessKey.CORRECTION, list, Map.of("listId", list, "campaign", found.campaign()));
        acts.fire(new Act(actor.username(), "CORRECTION_STARTED", "LIST", list, null, ""));
        return open(list).id();
    }

    private WorkItem open(String list) {
        return items.openOn(SubjectType.LIST, List.of(list)).stream().filter(each -> each.queue().equals("PUBLICATION"))
                .filter(each -> !"REDACT".equals(each.step())).findFirst().orElse(null);
    }
}
