package io.minsheng.worklist.web;

import java.util.List;

import jakarta.inject.Singleton;

import io.minsheng.campaign.Campaigns;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Neighbours;
import io.minsheng.platform.web.Page;
import io.minsheng.worklist.Colleagues;
import io.minsheng.worklist.ListTasks;
import io.minsheng.worklist.Task;
import io.minsheng.worklist.TaskCounts;
import io.minsheng.worklist.UrgentCases;
import io.minsheng.worklist.web.WorkListPage.Typed;

/** Gathers what the work list shows: a constant number of statements, however many rows. */
@Singleton
class BuildWorkList {

    private static final int SIZE = 50;

    private final ListTasks listTasks;
    private final TaskLines lines;
    private final Campaigns campaigns;
    private final UrgentCases urgentCases;
    private final Colleagues colleagues;
    private final TaskNeighbours neighbours;
    private final Done done;

    BuildWorkList(ListTasks listTasks, TaskLines lines, Campaigns campaigns, UrgentCases urgentCases, Colleagues colleagues,
            TaskNeighbours neighbours, Done done) {
        this.listTasks = listTasks;
        this.lines = lines;
        this.campaigns = campaigns;
        this.urgentCases = urgentCases;
        this.colleagues = colleagues;
        this.neighbours = neighbours;
        this.done = done;
    }

    /**
     * The page; a filter that cannot be read shows no tasks and says why.
     *
     * @param said what was just done, or null
     * @param typed what was refused and is shown again
     */
    WorkListPage page(ListAddress address, Integer page, TaskCounts counts, String said, Typed typed, Actor reader) {
        try {
            Page<Task> tasks = listTasks.page(address.filter(), reader, address.paging(page, SIZE), counts);
            return view(address, counts,
                    new Page<>(lines.of(tasks.items(), reader), tasks.total(), tasks.page(), tasks.size()), FormErrors.none(),
                    said, typed, reader);
        } catch (Refusal refusal) {
            return view(address, counts, new Page<>(List.of(), 0, 0, SIZE), FormErrors.of(refusal), null, typed,
                    reader);
        }
    }

    private WorkListPage view(ListAddress address, TaskCounts counts, Page<TaskLine> page, FormErrors errors, String said,
            Typed typed, Actor reader) {
        List<Choice> choices = campaigns.newestFirst().stream().map(each -> new Choice(each.code(), each.title())).toList();
        Neighbours around = said == null ? null : neighbours.ofTask(said);
        boolean gives = page.items().stream().anyMatch(each -> each.task().givable());
        return new WorkListPage(address, counts, page, choices, errors, done.sentence(said, reader), Done.isWarning(said),
                urgentCases.of(reader), gives ? colleagues.of(reader) : List.of(), around == null ? null : around.next(),
                !reader.absent().isEmpty(), typed);
    }
}
