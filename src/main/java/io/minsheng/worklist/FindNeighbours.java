package io.minsheng.worklist;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.web.Paging;
import io.minsheng.workflow.Recusals;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/**
 * The tasks before and after one in a filtered list. Found by the order, not by counting, so the list may be long and the task
 * may have left it meanwhile. One statement for the task, one for each side.
 */
@ApplicationScoped
public class FindNeighbours {

    private final WorkItems items;
    private final Recusals recusals;
    private final InstantSource clock;

    FindNeighbours(WorkItems items, Recusals recusals, InstantSource clock) {
        this.items = items;
        this.recusals = recusals;
        this.clock = clock;
    }

    /** Either may be null. */
    public record Sides(Task previous, Task next) {
    }

    /** Around a task, open or not; empty when there is none that the person may see. */
    @Transactional
    public Optional<Sides> ofTask(String id, TaskFilter filter, Actor actor, Paging paging) {
        return Optional.ofNullable(items.findById(id)).map(item -> around(item, filter, actor, paging));
    }

    /** Around the open task of a case that stands in the list. */
    @Transactional
    public Optional<Sides> ofCase(String caseNumber, TaskFilter filter, Actor actor, Paging paging) {
        TaskCriteria criteria = TaskCriteria.visibleTo(actor).matching(filter, actor, recusals, clock.instant())
                .and("i.caseNumber = :case", "case", caseNumber);
        return query(criteria, ListTasks.order(paging, paging.ascending())).getResultStream().findFirst()
                .map(item -> around(item, filter, actor, paging));
    }

    private Sides around(WorkItem item, TaskFilter filter, Actor actor, Paging paging) {
        return new Sides(beside(item, true, filter, actor, paging), beside(item, false, filter, actor, paging));
    }

    private Task beside(WorkItem item, boolean before, TaskFilter filter, Actor actor, Paging paging) {
        TaskCriteria criteria = TaskCriteria.visibleTo(actor).matching(filter, actor, recusals, clock.instant());
        String sign = before == paging.ascending() ? "<" : ">";
        String field = "i." + paging.sortField();
        Object value = ListTasks.valueOf(item, paging.sortField());
        if (value == null) {
            criteria.and(field + " is null and i.id " + sign + " :id", "id", item.id());
        } else {
            // the first part alone tells an index where to begin
            criteria.and(field + " " + sign + "= :value and (" + field + " " + sign + " :value or i.id " + sign + " :id)",
                    "value", value).and("i.id <> :id", "id", item.id());
        }
        List<WorkItem> found = query(criteria, ListTasks.order(paging, paging.ascending() != before)).getResultList();
        return found.isEmpty() ? null : Task.of(found.get(0), actor, clock.instant());
    }

    private TypedQuery<WorkItem> query(TaskCriteria criteria, String order) {
        TypedQuery<WorkItem> query = items.getEntityManager()
                .createQuery("from WorkItem i where " + criteria.where() + order, WorkItem.class);
        criteria.parameters().forEach(query::setParameter);
        return query.setMaxResults(1);
    }
}
