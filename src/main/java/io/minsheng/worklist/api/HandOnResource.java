package io.minsheng.worklist.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.workflow.HandOnWorkItem;
import io.minsheng.worklist.Colleagues;
import io.minsheng.worklist.Colleagues.Colleague;
import io.minsheng.worklist.OpenTask;
import io.minsheng.worklist.api.TaskResource.TaskAnswer;

/** Tasks go back to the group, or to a colleague. */
@Path("/api/v1/tasks")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "任务")
public class HandOnResource {

    private final HandOnWorkItem handOn;
    private final Colleagues colleagues;
    private final OpenTask openTask;
    private final CurrentActor actor;

    HandOnResource(HandOnWorkItem handOn, Colleagues colleagues, OpenTask openTask, CurrentActor actor) {
        this.handOn = handOn;
        this.colleagues = colleagues;
        this.openTask = openTask;
        this.actor = actor;
    }

    /** To whom, and why; the reason is needed for what another has. */
    public record AssignBody(String to, String reason) {
    }

    /** Why it is given back; needed for what another has. */
    public record ReleaseBody(String reason) {
    }

    /** Those to whom the caller can assign. */
    public record ColleaguesAnswer(List<Colleague> items) {
    }

    @POST
    @Path("/{id}/release")
    @Operation(summary = "退回任务，由本组其他人领取", description = "可附原因 {reason}；退回他人领取的任务须说明原因。")
    public TaskAnswer release(@PathParam("id") String id) {
        return release(id, null);
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public TaskAnswer release(@PathParam("id") String id, ReleaseBody body) {
        handOn.release(id, body == null ? null : body.reason(), actor.get());
        return TaskAnswer.of(openTask.open(id, actor.get()));
    }

    @POST
    @Path("/{id}/assign")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "转交任务给同事", description = "to 是用户名；转交他人领取的任务须说明原因。")
    public TaskAnswer assign(@PathParam("id") String id, AssignBody body) {
        handOn.assign(id, colleagues.named(body == null ? null : body.to()), body == null ? null : body.reason(), actor.get());
        return TaskAnswer.of(openTask.open(id, actor.get()));
    }

    @GET
    @Path("/colleagues")
    @Operation(summary = "可以转交任务的同事")
    public ColleaguesAnswer colleagues() {
        return new ColleaguesAnswer(colleagues.of(actor.get()));
    }
}
