package io.minsheng.worklist.web;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.calendar.Light;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.worklist.Assigned;
import io.minsheng.worklist.ListTasks;
import io.minsheng.worklist.TaskCounts;
import io.minsheng.worklist.TaskFilter;
import io.minsheng.worklist.UrgentCases;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The staff's first page: what is to be done. Those who have no tasks are led to their own first page. */
@Path("/staff")
@Authenticated
public class WorkListPages {

    private static final int SIZE = 50;

    private final ListTasks listTasks;
    private final TaskLines lines;
    private final Campaigns campaigns;
    private final UrgentCases urgentCases;
    private final Done done;
    private final CurrentActor actor;
    private final PublicUrl url;

    WorkListPages(ListTasks listTasks, TaskLines lines, Campaigns campaigns, UrgentCases urgentCases, Done done,
            CurrentActor actor, PublicUrl url) {
        this.listTasks = listTasks;
        this.lines = lines;
        this.campaigns = campaigns;
        this.urgentCases = urgentCases;
        this.done = done;
        this.actor = actor;
        this.url = url;
    }

    /** The query of the page. */
    public static class Query {
        @QueryParam("tab")
        String tab;
        @QueryParam("queue")
        String queue;
        @QueryParam("light")
        String light;
        @QueryParam("q")
        String q;
        @QueryParam("campaign")
        String campaign;
        @QueryParam("sort")
        String sort;
        @QueryParam("page")
        Integer page;
        @QueryParam("done")
        String done;
    }

    @CheckedTemplate(basePath = "worklist")
    static class Templates {
        static native TemplateInstance list(WorkListPage view, Light[] lights);

        private Templates() {
        }
    }

    @GET
    public Object list(@BeanParam Query query) {
        Actor reader = actor.get();
        if (!reader.hasAny(Role.TRIAGE, Role.CHIEF, Role.DEPARTMENT, Role.LEADER)) {
            return Response.seeOther(URI.create(url.root() + firstPage(reader))).build();
        }
        TaskCounts counts = listTasks.counts(reader);
        ListAddress address = new ListAddress(tab(query.tab, counts, reader), query.queue, query.light, query.q, query.campaign,
                query.sort);
        try {
            Paging paging = Paging.of(query.page, SIZE, query.sort, ListTasks.SORTS, ListTasks.DEFAULT_SORT);
            Page<TaskLine> page = page(address, reader, paging);
            return show(address, counts, page, FormErrors.none(), query.done, reader);
        } catch (Refusal refusal) {
            return show(address, counts, new Page<>(List.of(), 0, 0, SIZE), FormErrors.of(refusal), null, reader);
        }
    }

    private Page<TaskLine> page(ListAddress address, Actor reader, Paging paging) {
        TaskFilter filter = TaskFilter.parse(address.queue(), null, address.light(), address.q(), address.campaign());
        var tasks = listTasks.page(switch (address.tab()) {
            case "mine" -> filter.assignedTo(Assigned.ME);
            case "group" -> filter.assignedTo(Assigned.NONE).workableOnly();
            default -> filter;
        }, reader, paging);
        return new Page<>(lines.of(tasks.items(), reader), tasks.total(), tasks.page(), tasks.size());
    }

    private TemplateInstance show(ListAddress address, TaskCounts counts, Page<TaskLine> page, FormErrors errors,
            String wanted, Actor reader) {
        List<Choice> choices = campaigns.newestFirst().stream().map(each -> new Choice(each.code(), each.title())).toList();
        return Templates.list(new WorkListPage(address, counts, page, choices, errors, done.sentence(wanted, reader),
                Done.isWarning(wanted), urgentCases.of(reader)), Light.values());
    }

    /** The tab asked for; else the own tasks if there are any, else those to be claimed. */
    private static String tab(String wanted, TaskCounts counts, Actor reader) {
        if (wanted != null && List.of("mine", "group", "all").contains(wanted)) {
            return wanted;
        }
        if (!counts.mine().isEmpty()) {
            return "mine";
        }
        return reader.hasAny(Role.TRIAGE, Role.CHIEF, Role.DEPARTMENT) || !counts.group().isEmpty() ? "group" : "all";
    }

    private static String firstPage(Actor reader) {
        if (reader.has(Role.REGISTRAR)) {
            return "/staff/desk";
        }
        return reader.has(Role.AUDITOR) ? "/staff/audit" : "/staff/admin/accounts";
    }
}
