package io.minsheng.worklist.web;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.LastList;
import io.minsheng.platform.web.Neighbours;
import io.minsheng.platform.web.Neighbours.Neighbour;
import io.minsheng.platform.web.Paging;
import io.minsheng.worklist.FindNeighbours;
import io.minsheng.worklist.FindNeighbours.Sides;
import io.minsheng.worklist.Task;

/** Gives {@code tags/neighbours.html} what it shows where the page was opened from the work list. */
@Named("taskNeighbours")
@ApplicationScoped
public class TaskNeighbours {

    private static final String NAME = "工作台";

    private final FindNeighbours find;
    private final LastList lastList;
    private final CurrentActor actor;

    TaskNeighbours(FindNeighbours find, LastList lastList, CurrentActor actor) {
        this.find = find;
        this.lastList = lastList;
        this.actor = actor;
    }

    private interface Search {
        Optional<Sides> in(ListAddress list, Paging paging);
    }

    /** Null where the page was not opened from the work list. */
    public Neighbours ofTask(String id) {
        return within((list, paging) -> find.ofTask(id, list.filter(), actor.get(), paging));
    }

    /** The same for a case whose task stands in the list. */
    public Neighbours ofCase(String caseNumber) {
        return within((list, paging) -> find.ofCase(caseNumber, list.filter(), actor.get(), paging));
    }

    private Neighbours within(Search search) {
        String href = lastList.href().filter(each -> each.startsWith(ListAddress.PATH + "?")).orElse(null);
        if (href == null) {
            return null;
        }
        ListAddress list = ListAddress.parse(href);
        try {
            return search.in(list, list.paging(0, 1))
                    .map(sides -> new Neighbours(href, NAME, neighbour(sides.previous()), neighbour(sides.next())))
                    .orElse(new Neighbours(href, NAME, null, null));
        } catch (Refusal unreadable) {
            return null;
        }
    }

    private static Neighbour neighbour(Task task) {
        return task == null ? null : new Neighbour("/staff/tasks/" + task.id(), task.title());
    }
}
