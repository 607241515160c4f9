package io.minsheng.publication;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.minsheng.decision.CandidateLists;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.workflow.SubjectType;
import io.minsheng.workflow.WorkItems;

/** Whether the publication of a list is in somebody's hands, for drafting or for releasing. */
@ApplicationScoped
class PublicationTask {

    private final CandidateLists lists;
    private final WorkItems items;

    PublicationTask(CandidateLists lists, WorkItems items) {
        this.lists = lists;
        this.items = items;
    }

    boolean isHeldBy(String list, String step, Actor actor) {
        return items.openOn(SubjectType.LIST, List.of(list)).stream()
                .anyMatch(each -> each.queue().equals("PUBLICATION") && step.equals(each.step())
                        && each.isClaimedBy(actor.username()));
    }

    /** @throws Refusal 404 no such list, 409 the actor has not claimed this step of it */
    void require(String list, String step, Actor actor) {
        lists.byId(list);
        if (!isHeldBy(list, step, actor)) {
            throw Refusal.conflict("DRAFT".equals(step) ? "请先领取起草公布稿的任务。" : "请先领取签发公布稿的任务。");
        }
    }
}
