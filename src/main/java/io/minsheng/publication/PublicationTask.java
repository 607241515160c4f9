package io.minsheng.publication;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CandidateLists;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItems;

/** Whether the publication of a list is in somebody's hands, for drafting or for releasing. */
@ApplicationScoped
class PublicationTask {

    private static final Set<String> DRAFTING = Set.of("DRAFT", "CORRECT");
    private static final Set<String> RELEASING = Set.of("RELEASE");

    private final CandidateLists lists;
    private final WorkItems items;

    PublicationTask(CandidateLists lists, WorkItems items) {
        this.lists = lists;
        this.items = items;
    }

    private boolean isHeldBy(String list, Set<String> steps, Actor actor) {
        return items.openOn(SubjectType.LIST, List.of(list)).stream()
                .anyMatch(each -> each.queue().equals("PUBLICATION") && steps.contains(String.valueOf(each.step()))
                        && each.isClaimedBy(actor.username()));
    }

    /** @throws Refusal 404 no such list, 409 the actor has not claimed its drafting or correcting */
    void requireDrafting(String list, Actor actor) {
        lists.byId(list);
        if (!isHeldBy(list, DRAFTING, actor)) {
            throw Refusal.conflict("请先领取起草公布稿的任务。");
        }
    }

    /** @throws Refusal 404 no such list, 409 the actor has not claimed its release */
    void requireReleasing(String list, Actor actor) {
        lists.byId(list);
        if (!isHeldBy(list, RELEASING, actor)) {
            throw Refusal.conflict("请先领取签发公布稿的任务。");
        }
    }
}
