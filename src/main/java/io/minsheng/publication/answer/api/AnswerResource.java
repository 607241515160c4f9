package io.minsheng.publication.answer.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.correspondence.WayOfDelivery;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.Disposition;
import io.minsheng.publication.answer.AnswerInBulk;
import io.minsheng.publication.answer.AnswerInBulk.Action;
import io.minsheng.publication.answer.AnswerInBulk.Outcome;
import io.minsheng.publication.answer.AnswerInBulk.What;
import io.minsheng.publication.answer.AnswerState;
import io.minsheng.publication.answer.ListMessages;
import io.minsheng.publication.answer.ListMessages.Due;
import io.minsheng.publication.answer.PlanAnswers;
import io.minsheng.publication.answer.PlanAnswers.Row;
import io.minsheng.publication.answer.RecordMessages;
import io.minsheng.publication.answer.RecordMessages.Result;
import io.minsheng.publication.answer.StopAnswer;
import io.minsheng.publication.answer.WriteTemplate;
import io.minsheng.publication.answer.WriteTemplate.Wording;

/** Answers of a campaign before they go: the dry run, many at once, stopping, templates, and those that go by SMS. */
@Path("/api/v1/campaigns/{campaign}/answers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "TRIAGE", "CHIEF" })
@Tag(name = "工作人员")
public class AnswerResource {

    private final PlanAnswers planAnswers;
    private final AnswerInBulk bulk;
    private final StopAnswer stopAnswer;
    private final WriteTemplate writeTemplate;
    private final ListMessages messagesDue;
    private final RecordMessages messageResults;
    private final CurrentActor actor;

    AnswerResource(PlanAnswers planAnswers, AnswerInBulk bulk, StopAnswer stopAnswer, WriteTemplate writeTemplate,
            ListMessages messagesDue, RecordMessages messageResults, CurrentActor actor) {
        this.planAnswers = planAnswers;
        this.bulk = bulk;
        this.stopAnswer = stopAnswer;
        this.writeTemplate = writeTemplate;
        this.messagesDue = messagesDue;
        this.messageResults = messageResults;
        this.actor = actor;
    }

    /** The dry run. */
    public record PlanAnswer(boolean sending, boolean texting, Map<WayOfDelivery, Long> byWay, Page<PlanRow> answers) {
    }

    /** One answer of the dry run; {@code to} is masked, {@code missing} says what stands against its going. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PlanRow(String id, String caseNumber, String title, Disposition disposition, AnswerState state,
            WayOfDelivery way, String to, long members, long supports, String text, OffsetDateTime heldUntil,
            List<String> missing) {

        static PlanRow of(Row row) {
            return new PlanRow(row.id(), row.caseNumber(), row.title(), row.disposition(), row.state(), row.way(), row.to(),
                    row.members(), row.supports(), row.text(), Shanghai.iso(row.heldUntil()), row.missing());
        }
    }

    /** An act on many answers: see {@link What}. */
    public record BulkBody(List<String> ids, Action action, String text, String reason, Integer holdMinutes, LocalDate on,
            String note) {
    }

    /** What came of each. */
    public record BulkAnswer(List<Outcome> results) {
    }

    /** Why it is stopped. */
    public record StopBody(String reason) {
    }

    /** The words for one disposition; {@code version} 0 are those of the program. */
    public record TemplateAnswer(Disposition disposition, int version, String text, List<String> fields) {

        static TemplateAnswer of(Wording wording) {
            return new TemplateAnswer(wording.disposition(), wording.version(), wording.text(), wording.fields());
        }
    }

    /** New words; {@code version} is the one that was changed. */
    public record TemplateBody(Integer version, String text) {
    }

    /** What became of the messages. */
    public record ResultsBody(List<Result> results) {
    }

    @GET
    @Path("/dry-run")
    @Operation(summary = "试运行：谁将以什么方式收到什么答复，还缺什么；不发送")
    public PlanAnswer dryRun(@PathParam("campaign") String campaign, @QueryParam("state") AnswerState state,
            @QueryParam("disposition") Disposition disposition, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size) {
        PlanAnswers.Plan plan = planAnswers.of(campaign, state, disposition,
                Paging.of(page, size, null, Map.of("id", "id"), "id,asc"));
        return new PlanAnswer(plan.sending(), plan.texting(), plan.byWay(), plan.page().map(PlanRow::of));
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "批量起草、签发、退回或登记送达，逐件核对、逐件回答")
    public BulkAnswer act(@PathParam("campaign") String campaign, BulkBody body) {
        BulkBody given = given(body);
        return new BulkAnswer(bulk.act(campaign, given.ids(),
                new What(given.action(), given.text(), given.reason(), given.holdMinutes(), given.on(), given.note()),
                actor.get()));
    }

    @POST
    @Path("/{id}/stop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "停发暂缓期内的答复，退回起草")
    public Response stop(@PathParam("campaign") String campaign, @PathParam("id") String id, StopBody body) {
        stopAnswer.stop(campaign, id, given(body).reason(), actor.get());
        return Response.noContent().build();
    }

    @GET
    @Path("/templates")
    @Operation(summary = "答复模板")
    public List<TemplateAnswer> templates(@PathParam("campaign") String campaign) {
        return writeTemplate.of(campaign).stream().map(TemplateAnswer::of).toList();
    }

    @PUT
    @Path("/templates/{disposition}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "修改答复模板，成为新的一版")
    public TemplateAnswer write(@PathParam("campaign") String campaign, @PathParam("disposition") Disposition disposition,
            TemplateBody body) {
        return TemplateAnswer
                .of(writeTemplate.write(campaign, disposition, given(body).version(), body.text(), actor.get()));
    }

    @GET
    @Path("/sms")
    @Operation(summary = "待发短信（含手机号码，逐条记入审计日志）")
    public List<Due> due(@PathParam("campaign") String campaign) {
        return messagesDue.due(campaign, actor.get());
    }

    @GET
    @Path("/sms.csv")
    @Produces("text/csv")
    @Operation(summary = "待发短信，CSV（UTF-8，带 BOM）")
    public Response table(@PathParam("campaign") String campaign) {
        return Response.ok(MessageTable.csv(messagesDue.due(campaign, actor.get()))).type("text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"sms-" + campaign + ".csv\"").build();
    }

    @POST
    @Path("/sms/results")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("TRIAGE")
    @Operation(summary = "登记短信发送结果")
    public BulkAnswer results(@PathParam("campaign") String campaign, ResultsBody body) {
        return new BulkAnswer(messageResults.record(campaign, given(body).results(), actor.get()));
    }

    @POST
    @Path("/sms/results")
    @Consumes("text/csv")
    @RolesAllowed("TRIAGE")
    @Operation(summary = "登记短信发送结果，CSV：答复编号,结果（成功/失败）,日期,说明")
    public BulkAnswer resultTable(@PathParam("campaign") String campaign, String csv) {
        return new BulkAnswer(messageResults.record(campaign, MessageTable.results(csv), actor.get()));
    }

    private static <T> T given(T body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        return body;
    }
}
