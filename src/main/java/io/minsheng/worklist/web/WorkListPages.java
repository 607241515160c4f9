package io.minsheng.worklist.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.minsheng.calendar.Light;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.web.LastList;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.worklist.ListTasks;
import io.minsheng.worklist.TaskCounts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The staff's first page: what is to be done. Those who have no tasks are led to their own first page. */
@Path("/staff")
@Authenticated
public class WorkListPages {

    private final ListTasks listTasks;
    private final BuildWorkList build;
    private final LastList lastList;
    private final CurrentActor actor;
    private final PublicUrl url;

    WorkListPages(ListTasks listTasks, BuildWorkList build, LastList lastList, CurrentActor actor, PublicUrl url) {
        this.listTasks = listTasks;
        this.build = build;
        this.lastList = lastList;
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
            return url.goTo(firstPage(reader));
        }
        TaskCounts counts = listTasks.counts(reader);
        ListAddress address = address(query, counts, reader);
        WorkListPage page = build.page(address, query.page, counts, query.done, WorkListPage.Typed.NOTHING, reader);
        lastList.remember(address.href());
        return Templates.list(page, Light.values());
    }

    /** As asked for; after an act the list as it was, else the own tasks if there are any, else those to be claimed. */
    private ListAddress address(Query query, TaskCounts counts, Actor reader) {
        if (query.tab == null && query.done != null) {
            String last = lastList.href().filter(each -> each.startsWith(ListAddress.PATH + "?")).orElse(null);
            if (last != null) {
                return ListAddress.parse(last);
            }
        }
        return new ListAddress(tab(query.tab, counts, reader), query.queue, query.light, query.q, query.campaign, query.sort);
    }

    private static String tab(String wanted, TaskCounts counts, Actor reader) {
        if (wanted != null && ListAddress.TABS.contains(wanted)) {
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
