package io.minsheng.worklist.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Neighbours.Neighbour;
import io.minsheng.platform.web.Page;
import io.minsheng.worklist.Colleagues.Colleague;
import io.minsheng.worklist.Queue;
import io.minsheng.worklist.TaskCounts;
import io.minsheng.worklist.UrgentCases;
import io.quarkus.qute.TemplateData;

/**
 * Everything the page shows.
 *
 * @param next what comes after the task that was just done, in the same list; or null
 * @param standsIn whether the reader stands in for somebody today
 * @param typed what was ticked and typed for many at once, and refused
 */
@TemplateData
public record WorkListPage(ListAddress address, TaskCounts counts, Page<TaskLine> page, List<Choice> campaigns,
        FormErrors errors, String notice, boolean warning, List<UrgentCases.Urgent> urgent,
        List<Colleague> colleagues, Neighbour next, boolean standsIn,
        Typed typed) {

    /** The ticked tasks, to whom they were to go, and why. */
    @TemplateData
    public record Typed(Set<String> ids, String to, String reason) {

        static final Typed NOTHING = new Typed(Set.of(), "", "");

        static Typed of(List<String> ids, String to, String reason) {
            return new Typed(ids == null ? Set.of() : Set.copyOf(ids), to == null ? "" : to, reason == null ? "" : reason);
        }

        public boolean ticks(String id) {
            return ids.contains(id);
        }

        public boolean given() {
            return !ids.isEmpty();
        }
    }

    /** The queues of the chosen tab with their numbers, in the order of the procedure. */
    public Map<Queue, Long> queues() {
        return switch (address.tab()) {
            case "mine" -> counts.mine();
            case "group" -> counts.group();
            case "absent" -> counts.absent();
            default -> counts.all();
        };
    }

    public long total() {
        return TaskCounts.sum(queues());
    }

    public long mine() {
        return TaskCounts.sum(counts.mine());
    }

    public long group() {
        return TaskCounts.sum(counts.group());
    }

    public long absent() {
        return TaskCounts.sum(counts.absent());
    }

    public long all() {
        return TaskCounts.sum(counts.all());
    }

    public boolean claimable() {
        return page.items().stream().anyMatch(TaskLine::claimable);
    }

    public boolean givable() {
        return page.items().stream().anyMatch(each -> each.task().givable());
    }

    public boolean tickable() {
        return page.items().stream().anyMatch(TaskLine::tickable);
    }
}
