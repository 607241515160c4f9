package io.minsheng.identity.api;

import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.identity.NameStandIn;
import io.minsheng.identity.NewStandIn;
import io.minsheng.identity.ViewStandIns;
import io.minsheng.platform.error.Refusal;

/** Who stands in for whom (AB角). */
@Path("/api/v1/stand-ins")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER", "ADMIN" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "工作人员")
public class StandInResource {

    private final NameStandIn nameStandIn;
    private final ViewStandIns view;
    private final CurrentActor actor;

    StandInResource(NameStandIn nameStandIn, ViewStandIns view, CurrentActor actor) {
        this.nameStandIn = nameStandIn;
        this.view = view;
        this.actor = actor;
    }

    /** One of them; both days are included. */
    public record StandInAnswer(String id, String absent, String standIn, LocalDate from, LocalDate to,
            ViewStandIns.State state) {

        static StandInAnswer of(ViewStandIns.View each) {
            return new StandInAnswer(each.id(), each.absent(), each.standIn(), each.from(), each.to(), each.state());
        }
    }

    /** Those that concern the caller; an administrator's: all that are not over. */
    public record Answers(List<StandInAnswer> items) {
    }

    @GET
    @Operation(summary = "代理安排", description = "与本人有关的；系统管理员看到所有未结束的。")
    public Answers list() {
        return new Answers(view.of(actor.get()).stream().map(StandInAnswer::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "安排代理人", description = "absent 省略时为本人；他人的只有系统管理员可以安排。")
    public Response name(NewStandIn body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        return Response.status(Response.Status.CREATED)
                .entity(StandInAnswer.of(view.view(nameStandIn.name(body, actor.get())))).build();
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "结束代理")
    public StandInAnswer end(@PathParam("id") String id) {
        return StandInAnswer.of(view.view(nameStandIn.end(id, actor.get())));
    }
}
