package io.minsheng.search.api;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.ListQuery;
import io.minsheng.search.SavedView;
import io.minsheng.search.SavedViews;
import io.minsheng.search.SavedViews.Wanted;

/** Searches kept under a name. */
@Path("/api/v1/case-search/views")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "案件")
public class SavedViewResource {

    private final SavedViews views;
    private final CurrentActor actor;

    SavedViewResource(SavedViews views, CurrentActor actor) {
        this.views = views;
        this.actor = actor;
    }

    /** One of them; {@code parts} as the query of GET /api/v1/cases. */
    public record ViewAnswer(String id, String name, String owner, boolean shared, Map<String, String> parts) {

        static ViewAnswer of(SavedView each) {
            return new ViewAnswer(each.id(), each.name(), each.owner(), each.shared(), ListQuery.parts("?" + each.query()));
        }
    }

    /** The own ones and those of the office. */
    public record Answers(List<ViewAnswer> items) {
    }

    @GET
    @Operation(summary = "保存的视图", description = "本人的，和社会事业科共享的。")
    public Answers list() {
        return new Answers(views.of(actor.get()).stream().map(ViewAnswer::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "保存视图", description = "parts 是 GET /api/v1/cases 的查询条件和 sort；本人的同名视图会被替换。")
    public Response keep(Wanted body) {
        return Response.status(Response.Status.CREATED).entity(ViewAnswer.of(views.keep(given(body), actor.get()))).build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "修改视图")
    public ViewAnswer change(@PathParam("id") String id, Wanted body) {
        return ViewAnswer.of(views.change(id, given(body), actor.get()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "删除视图")
    public void remove(@PathParam("id") String id) {
        views.remove(id, actor.get());
    }

    private static Wanted given(Wanted body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        return body;
    }
}
