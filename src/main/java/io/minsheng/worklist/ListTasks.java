package io.minsheng.worklist;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.workflow.Recusals;
import io.minsheng.workflow.WorkItem;
import io.minsheng.workflow.WorkItems;

/** The open tasks that a person may work on or oversee. One statement for the page, at most one for its total. */
@ApplicationScoped
public class ListTasks {

    /** Fields to sort by. */
    public static final Map<String, String> SORTS = Map.of("dueAt", "dueAt", "createdAt", "createdAt", "title", "title",
            "caseNumber", "caseNumber", "queue", "queue", "category", "category", "township", "township");
    public static final String DEFAULT_SORT = "dueAt,asc";

    private final WorkItems items;
    private final Recusals recusals;
    private final Campaigns campaigns;
    private final InstantSource clock;

    ListTasks(WorkItems items, Recusals recusals, Campaigns campaigns, InstantSource clock) {
        this.items = items;
        this.recusals = recusals;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /**
     * A page of tasks, with the lights of this moment.
     *
     * @throws Refusal 400 no such campaign
     */
    @Transactional
    public Page<Task> page(TaskFilter filter, Actor actor, Paging paging) {
        return page(filter, actor, paging, null);
    }

    /**
     * The same when {@link #counts} are known already: they tell most totals, which need not be counted again then.
     *
     * @param counts the person's, or null
     * @throws Refusal 400 no such campaign
     */
    @Transactional
    public Page<Task> page(TaskFilter filter, Actor actor, Paging paging, TaskCounts counts) {
        requireKnown(filter.campaign());
        Instant now = clock.instant();
        TaskCriteria criteria = TaskCriteria.visibleTo(actor).matching(filter, actor, recusals, now);
        List<WorkItem> found = query("from WorkItem i where " + criteria.where() + order(paging, paging.ascending()), criteria,
                WorkItem.class)
                .setFirstResult(paging.page() * paging.size()).setMaxResults(paging.size()).getResultList();
        long total = Optional.ofNullable(criteria.leavesOutRecused() ? null : counts).flatMap(each -> each.matching(filter))
                .orElseGet(() -> query("select count(*) from WorkItem i where " + criteria.where(), criteria, Long.class)
                        .getSingleResult());
        return Page.of(found.stream().map(item -> Task.of(item, actor, now)).toList(), total, paging);
    }

    /** How many open tasks there are by queue, and how many of them are the person's or nobody's. */
    @Transactional
    public TaskCounts counts(Actor actor) {
        TaskCriteria criteria = TaskCriteria.visibleTo(actor);
        return TaskCounts.of(query(
                "select i.queue, i.candidateRole, i.organisation, i.assignee, count(*) from WorkItem i where "
                        + criteria.where() + " group by i.queue, i.candidateRole, i.organisation, i.assignee",
                criteria, Object[].class)
                .getResultList(), actor);
    }

    /**
     * The end comes first, which no open task has: PostgreSQL takes a column that is null for one that may differ, and would
     * sort all open tasks instead of reading the first of an index by end and due date.
     */
    static String order(Paging paging, boolean ascending) {
        String direction = ascending ? " asc" : " desc";
        return " order by i.endedAt" + direction + ", i." + paging.sortField() + direction + ", i.id" + direction;
    }

    /** What a task is sorted by; null when it has none. */
    static Object valueOf(WorkItem item, String sortField) {
        return switch (sortField) {
            case "dueAt" -> item.dueAt();
            case "createdAt" -> item.createdAt();
            case "title" -> item.title();
            case "caseNumber" -> item.caseNumber();
            case "queue" -> item.queue();
            case "category" -> item.category();
            case "township" -> item.township();
            default -> throw new IllegalArgumentException(sortField);
        };
    }

    private <T> TypedQuery<T> query(String jpql, TaskCriteria criteria, Class<T> type) {
        TypedQuery<T> query = items.getEntityManager().createQuery(jpql, type);
        criteria.parameters().forEach(query::setParameter);
        return query;
    }

    private void requireKnown(String campaign) {
        if (campaign == null) {
            return;
        }
        try {
            campaigns.rules(campaign);
        } catch (Refusal unknown) {
            throw Refusal.invalid("campaign", "没有这个征集活动。");
        }
    }
}
