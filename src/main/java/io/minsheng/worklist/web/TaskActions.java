package io.minsheng.worklist.web;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.workflow.ClaimWorkItem;
import io.minsheng.worklist.ActOnMany;
import io.minsheng.worklist.OpenTask;
import io.minsheng.worklist.Task;

/** The buttons of the work list and of every task page: open, claim, give back. */
@Path("/staff/tasks")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class TaskActions {

    private final OpenTask openTask;
    private final ClaimWorkItem claimWorkItem;
    private final ActOnMany actOnMany;
    private final CurrentActor actor;
    private final PublicUrl url;

    TaskActions(OpenTask openTask, ClaimWorkItem claimWorkItem, ActOnMany actOnMany, CurrentActor actor, PublicUrl url) {
        this.openTask = openTask;
        this.claimWorkItem = claimWorkItem;
        this.actOnMany = actOnMany;
        this.actor = actor;
        this.url = url;
    }

    /** Leads to the page on which the task is worked on; those who only oversee it, to what it is about. */
    @GET
    @Path("/{id}")
    public Response open(@PathParam("id") String id) {
        Task task = openTask.open(id, actor.get());
        if (task.workable()) {
            return to(task.page());
        }
        return to(switch (task.subjectType()) {
            case CASE -> "/staff/cases/" + task.subjectId();
            case LIST -> "/staff/lists/" + task.subjectId();
            default -> "/staff";
        });
    }

    @POST
    @Path("/{id}/claim")
    public Response claim(@PathParam("id") String id) {
        claimWorkItem.claim(id, actor.get());
        return to(openTask.open(id, actor.get()).page());
    }

    @POST
    @Path("/{id}/release")
    public Response release(@PathParam("id") String id) {
        claimWorkItem.release(id, actor.get());
        return to("/staff?done=released");
    }

    /** Claims the ticked ones and leads back to the list as it was filtered. */
    @POST
    @Path("/claim")
    public Response claimMany(@FormParam("ids") List<String> ids, @FormParam("back") String back) {
        return to(own(back) + "done=" + outcome(ids));
    }

    private String outcome(List<String> ids) {
        if (ids == null || ids.isEmpty()) {
            return "nothing";
        }
        List<ActOnMany.Outcome> outcomes = actOnMany.act(ids, ActOnMany.Action.CLAIM, null, actor.get());
        long done = outcomes.stream().filter(ActOnMany.Outcome::done).count();
        return done == outcomes.size() ? "claimed" : done > 0 ? "some" : "none";
    }

    /** Only the work list itself: anything else would let a stranger's form lead people away. */
    private static String own(String back) {
        return back != null && back.matches("/staff\\?([A-Za-z]+=[A-Za-z0-9%+._,*-]*&)*") ? back : "/staff?";
    }

    private Response to(String path) {
        return Response.seeOther(URI.create(url.root() + path)).build();
    }
}
