package io.minsheng.publication;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.minsheng.decision.CandidateList;
import io.minsheng.decision.CandidateLists;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.event.Act;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.Processes;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItems;

/** Asks for personal data in an older version of a published list to be blacked out; a second person carries it out. */
@ApplicationScoped
public class AskRedaction {

    private final CandidateLists lists;
    private final PlanRedaction plan;
    private final Redactions redactions;
    private final WorkItems items;
    private final Processes processes;
    private final Event<Act> acts;

    AskRedaction(CandidateLists lists, PlanRedaction plan, Redactions redactions, WorkItems items, Processes processes,
            Event<Act> acts) {
        this.lists = lists;
        this.plan = plan;
        this.redactions = redactions;
        this.items = items;
        this.processes = processes;
        this.acts = acts;
    }

    /**
     * Asks.
     *
     * @return id of the task of the second person
     * @throws Refusal 403 neither TRIAGE nor CHIEF; 404, 409 another one of this list waits; as {@link PlanRedaction#of}
     */
    @Transactional
    public String ask(String list, RedactionForm form, Actor actor) {
        if (!actor.has(Role.TRIAGE) && !actor.has(Role.CHIEF)) {
            throw Refusal.forbidden("只有分类整理人员和负责人可以提出遮盖。");
        }
        CandidateList found = lists.held(list);
        // marks count signs, so a second redaction must not move them
        if (redactions.open(list).isPresent()) {
            throw Refusal.conflict("这份名单已有一项遮盖待签批，请先办结。");
        }
        Redaction redaction = plan.of(list, form, actor);
        redactions.persist(redaction);
        processes.start(ProcessKey.REDACTION, list, Map.of("listId", list, "campaign", found.campaign()));
        acts.fire(new Act(actor.username(), "REDACTION_ASKED", "LIST", list, null, said(redaction)));
        return items.openOn(SubjectType.LIST, List.of(list)).stream()
                .filter(each -> "REDACT".equals(each.step())).findFirst().orElseThrow().id();
    }

    /** Where, never what. */
    static String said(Redaction redaction) {
        return redaction.id() + " version " + redaction.publicationId() + " passages " + redaction.marks().size() + " annexes "
                + redaction.annexes().stream().map(each -> each.id() + " sha256 " + each.file().sha256()).toList();
    }
}
