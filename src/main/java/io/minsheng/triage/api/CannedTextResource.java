package io.minsheng.triage.api;

import java.util.List;

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
import io.minsheng.triage.CannedText;
import io.minsheng.triage.CannedTexts;
import io.minsheng.triage.KeepCannedTexts;
import io.minsheng.triage.KeepCannedTexts.Wanted;

/** The texts that triage starts from. */
@Path("/api/v1/canned-texts")
@RolesAllowed({ "TRIAGE", "CHIEF" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "分类整理")
public class CannedTextResource {

    private final CannedTexts texts;
    private final KeepCannedTexts keep;
    private final CurrentActor actor;

    CannedTextResource(CannedTexts texts, KeepCannedTexts keep, CurrentActor actor) {
        this.texts = texts;
        this.keep = keep;
        this.actor = actor;
    }

    /** One of them. */
    public record TextAnswer(String id, CannedText.Kind kind, String label, String text, int position) {

        static TextAnswer of(CannedText each) {
            return new TextAnswer(each.id(), each.kind(), each.label(), each.body(), each.position());
        }
    }

    /** All, by kind, in the order of the office. */
    public record Answers(List<TextAnswer> items) {
    }

    @GET
    @Operation(summary = "常用语")
    public Answers list() {
        return new Answers(texts.inOrder().stream().map(TextAnswer::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "新增常用语", description = "kind：QUESTION 请建议人补充，REFERRAL 转办说明，REJECTION 不予受理说明。")
    public Response add(Wanted body) {
        return Response.status(Response.Status.CREATED).entity(TextAnswer.of(keep.add(given(body), actor.get()))).build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "修改常用语", description = "用途不能改。")
    public TextAnswer change(@PathParam("id") String id, Wanted body) {
        return TextAnswer.of(keep.change(id, given(body), actor.get()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "删除常用语")
    public void remove(@PathParam("id") String id) {
        keep.remove(id, actor.get());
    }

    private static Wanted given(Wanted body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        return body;
    }
}
