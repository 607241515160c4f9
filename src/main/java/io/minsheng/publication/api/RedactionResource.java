package io.minsheng.publication.api;

import java.time.OffsetDateTime;
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

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.publication.AskRedaction;
import io.minsheng.publication.PreparePublication.Change;
import io.minsheng.publication.PrepareRedaction;
import io.minsheng.publication.PrepareRedaction.Asked;
import io.minsheng.publication.RedactionForm;

/** 遮盖: what was, or is to be, blacked out in older versions of a published list. */
@Path("/api/v1/lists/{list}/redactions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "TRIAGE", "CHIEF" })
@Tag(name = "工作人员")
public class RedactionResource {

    private final PrepareRedaction prepare;
    private final AskRedaction askRedaction;
    private final CurrentActor actor;

    RedactionResource(PrepareRedaction prepare, AskRedaction askRedaction, CurrentActor actor) {
        this.prepare = prepare;
        this.askRedaction = askRedaction;
        this.actor = actor;
    }

    /** A redaction; {@code version} counts what was published, {@code passages} the places. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RedactionAnswer(String id, int version, String reason, String state, String askedBy, OffsetDateTime askedAt,
            int passages, int annexes, String judgedBy, OffsetDateTime judgedAt, String declinedReason) {

        static RedactionAnswer of(Asked asked) {
            return new RedactionAnswer(asked.id(), asked.number(), asked.reason(), asked.state().name(), asked.askedBy(),
                    Shanghai.iso(asked.askedAt()), asked.passages(), asked.files(), asked.judgedBy(),
                    asked.judgedAt() == null ? null : Shanghai.iso(asked.judgedAt()), asked.declinedReason());
        }
    }

    /** The task of the second person. */
    public record RedactionTask(String task) {
    }

    @GET
    @Operation(summary = "名单旧版的遮盖记录，最新的在前")
    public List<RedactionAnswer> all(@PathParam("list") String list) {
        prepare.list(list);
        return prepare.asked(list).stream().map(RedactionAnswer::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "提出遮盖旧版中的个人信息；由另一位负责人签批，不能恢复", description = "passages 从现行一版以外的各版和未公布的各稿中遮盖；fields（place 为 TITLE、TEXT、CORRECTION、ROW_TITLE、ROW_TARGET、ROW_DUE，后三项须填 project）整项遮盖；annexes 的内容销毁。")
    public Response ask(@PathParam("list") String list, RedactionForm form) {
        return Response.status(Response.Status.CREATED)
                .entity(new RedactionTask(askRedaction.ask(list, sent(form), actor.get()))).build();
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "预览遮盖前后的内容，什么都不保存")
    public List<Change> preview(@PathParam("list") String list, RedactionForm form) {
        return prepare.changes(list, sent(form), actor.get());
    }

    private static RedactionForm sent(RedactionForm form) {
        if (form == null) {
            throw Refusal.invalid("version", "请提交要遮盖的内容。");
        }
        return form;
    }
}
