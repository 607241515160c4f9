package io.minsheng.triage.api;

import java.time.OffsetDateTime;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.view.ViewTask;
import io.minsheng.triage.PreviewQuestion;

/** What the author would get. */
@Path("/api/v1/tasks/{id}/question-preview")
@RolesAllowed({ "TRIAGE", "CHIEF" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "分类整理")
public class QuestionPreviewResource {

    private final ViewTask viewTask;
    private final PreviewQuestion preview;
    private final CurrentActor actor;

    QuestionPreviewResource(ViewTask viewTask, PreviewQuestion preview, CurrentActor actor) {
        this.viewTask = viewTask;
        this.preview = preview;
        this.actor = actor;
    }

    /** As for completing; without workingDays the campaign's. */
    public record QuestionBody(String question, Integer workingDays) {
    }

    /**
     * A mail with subject, or a short message, or neither where the author can be reached by none; no due date where
     * somebody has to call or write first. The name is masked.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PreviewAnswer(String subject, String mail, String message, String page, OffsetDateTime dueAt) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "预览给建议人的问题", description = "与实际发出的一致，只是姓名打码；不改变任何内容。")
    public PreviewAnswer preview(@PathParam("id") String id, QuestionBody body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        String number = viewTask.view(id, "TRIAGE", actor.get()).item().caseNumber();
        PreviewQuestion.Preview shown = preview.of(number, body.question(), body.workingDays());
        return new PreviewAnswer(shown.subject(), shown.mail(), shown.message(), shown.page(), Shanghai.iso(shown.dueAt()));
    }
}
