package io.minsheng.worklist.web;

import java.util.List;
import java.util.Map;

import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Page;
import io.minsheng.worklist.Queue;
import io.minsheng.worklist.TaskCounts;
import io.minsheng.worklist.UrgentCases;
import io.quarkus.qute.TemplateData;

/** Everything the page shows. */
@TemplateData
public record WorkListPage(ListAddress address, TaskCounts counts, Page<TaskLine> page, List<Choice> campaigns,
        FormErrors errors, String notice, boolean warning, List<UrgentCases.Urgent> urgent) {

    /** The queues of the chosen tab with their numbers, in the order of the procedure. */
    public Map<Queue, Long> queues() {
        return switch (address.tab()) {
            case "mine" -> counts.mine();
            case "group" -> counts.group();
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

    public long all() {
        return TaskCounts.sum(counts.all());
    }

    public boolean claimable() {
        return page.items().stream().anyMatch(TaskLine::claimable);
    }
}
