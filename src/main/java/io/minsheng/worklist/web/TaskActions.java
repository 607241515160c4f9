package io.minsheng.worklist.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.calendar.Light;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.workflow.ClaimWorkItem;
import io.minsheng.worklist.ActOnMany;
import io.minsheng.worklist.ActOnMany.Action;
import io.minsheng.worklist.ActOnMany.Order;
import io.minsheng.worklist.ListTasks;
import io.minsheng.worklist.OpenTask;
import io.minsheng.worklist.Task;
import io.minsheng.worklist.web.WorkListPage.Typed;

/** The buttons of the work list and of every task page: open, claim; of many at once also give back, give to a colleague. */
@Path("/staff/tasks")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class TaskActions {

    private final OpenTask openTask;
    private final ClaimWorkItem claimWorkItem;
    private final ActOnMany actOnMany;
    private final ListTasks listTasks;
    private final BuildWorkList build;
    private final CurrentActor actor;
    private final PublicUrl url;

    TaskActions(OpenTask openTask, ClaimWorkItem claimWorkItem, ActOnMany actOnMany, ListTasks listTasks,
            BuildWorkList build, CurrentActor actor, PublicUrl url) {
        this.openTask = openTask;
        this.claimWorkItem = claimWorkItem;
        this.actOnMany = actOnMany;
        this.listTasks = listTasks;
        this.build = build;
        this.actor = actor;
        this.url = url;
    }

    /** Leads to the page on which the task is worked on; those who only oversee it, to what it is about. */
    @GET
    @Path("/{id}")
    public Response open(@PathParam("id") String id) {
        Task task = openTask.open(id, actor.get());
        if (task.workable()) {
            return url.goTo(task.page());
        }
        return url.goTo(switch (task.subjectType()) {
            case CASE -> "/staff/cases/" + task.subjectId();
            case LIST -> "/staff/lists/" + task.subjectId();
            default -> "/staff";
        });
    }

    @POST
    @Path("/{id}/claim")
    public Response claim(@PathParam("id") String id) {
        claimWorkItem.claim(id, actor.get());
        return url.goTo(openTask.open(id, actor.get()).page());
    }

    /** Claims the ticked ones and leads back to the list as it was filtered. */
    @POST
    @Path("/claim")
    public Response claimMany(@FormParam("ids") List<String> ids, @FormParam("back") String back) {
        return many(ids, new Order(Action.CLAIM, null, null, null), "claimed", back);
    }

    /** Gives the ticked ones to a colleague. */
    @POST
    @Path("/assign")
    public Response assignMany(@FormParam("ids") List<String> ids, @FormParam("to") String to,
            @FormParam("reason") String reason, @FormParam("back") String back, @FormParam("page") Integer page) {
        if (to == null || to.isBlank()) {
            return again("nobody", Typed.of(ids, to, reason), back, page);
        }
        return many(ids, new Order(Action.ASSIGN, null, to, reason), "assigned", back);
    }

    /** Gives the ticked ones back. */
    @POST
    @Path("/release")
    public Response releaseMany(@FormParam("ids") List<String> ids, @FormParam("reason") String reason,
            @FormParam("back") String back, @FormParam("page") Integer page) {
        if (reason == null || reason.isBlank()) {
            return again("reason", Typed.of(ids, null, reason), back, page);
        }
        return many(ids, new Order(Action.RELEASE, null, null, reason), "released", back);
    }

    /** The list as it was, with what was ticked and typed. */
    private Response again(String said, Typed typed, String back, Integer page) {
        if (!typed.given()) {
            return url.goTo(own(back) + "done=nothing");
        }
        Actor reader = actor.get();
        return Html.page(400, WorkListPages.Templates
                .list(build.page(ListAddress.parse(own(back)), page, listTasks.counts(reader), said,
                        typed, reader), Light.values()));
    }

    private Response many(List<String> ids, Order order, String done, String back) {
        if (ids == null || ids.isEmpty()) {
            return url.goTo(own(back) + "done=nothing");
        }
        try {
            List<ActOnMany.Outcome> outcomes = actOnMany.act(ids, order, actor.get());
            long well = outcomes.stream().filter(ActOnMany.Outcome::done).count();
            return url.goTo(own(back) + "done=" + done + "-" + well + "-" + (outcomes.size() - well));
        } catch (Refusal refusal) {
            if (refusal.status() != 400 || refusal.violations().stream().noneMatch(each -> each.field().equals("to"))) {
                throw refusal;
            }
            return url.goTo(own(back) + "done=nobody");
        }
    }

    /** Only the work list itself: anything else would let a stranger's form lead people away. */
    private static String own(String back) {
        return back != null && back.matches("/staff\\?([A-Za-z]+=[A-Za-z0-9%+._,*-]*&)*") ? back : "/staff?";
    }
}
