package io.minsheng.worklist.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import io.minsheng.calendar.Light;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.workflow.ClaimWorkItem;
import io.minsheng.workflow.SubjectType;
import io.minsheng.worklist.ActOnMany;
import io.minsheng.worklist.CompleteTask;
import io.minsheng.worklist.ListTasks;
import io.minsheng.worklist.OpenTask;
import io.minsheng.worklist.Queue;
import io.minsheng.worklist.Task;
import io.minsheng.worklist.TaskCounts;
import io.minsheng.worklist.TaskFilter;

/** The tasks of the staff. */
@Path("/api/v1/tasks")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "任务")
public class TaskResource {

    private final ListTasks listTasks;
    private final OpenTask openTask;
    private final ClaimWorkItem claimWorkItem;
    private final CompleteTask completeTask;
    private final ActOnMany actOnMany;
    private final CurrentActor actor;

    TaskResource(ListTasks listTasks, OpenTask openTask, ClaimWorkItem claimWorkItem, CompleteTask completeTask,
            ActOnMany actOnMany, CurrentActor actor) {
        this.listTasks = listTasks;
        this.openTask = openTask;
        this.claimWorkItem = claimWorkItem;
        this.completeTask = completeTask;
        this.actOnMany = actOnMany;
        this.actor = actor;
    }

    /** What a task is about. */
    public record SubjectAnswer(SubjectType type, String id) {
    }

    /** A task as the contract shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TaskAnswer(String id, String name, Queue queue, String step, String part, String caseNumber,
            SubjectAnswer subject, String title, String category, String township, String channel, String organisation,
            String campaign, OffsetDateTime createdAt, OffsetDateTime dueAt, Light light, boolean urgent,
            @JsonInclude(JsonInclude.Include.ALWAYS) String assignee) {

        static TaskAnswer of(Task task) {
            return new TaskAnswer(task.id(), task.name(), task.queue(), task.step(), task.part(), task.caseNumber(),
                    new SubjectAnswer(task.subjectType(), task.subjectId()), task.title(), task.category(), task.township(),
                    task.channel(), task.organisation(), task.campaign(), Shanghai.iso(task.createdAt()),
                    Shanghai.iso(task.dueAt()), task.light(), task.urgent(), task.assignee());
        }
    }

    /** Where the case stands after its task was completed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CompletedAnswer(String caseNumber, String stage) {
    }

    /** An act on many tasks; {@code to} and {@code reason} as for one. */
    public record BulkBody(List<String> ids, ActOnMany.Action action, JsonNode body, String to, String reason) {
    }

    /** How many open tasks there are, by queue; queues without any are left out. */
    public record CountsAnswer(Map<Queue, Long> mine, Map<Queue, Long> group, Map<Queue, Long> absent, Map<Queue, Long> all) {
    }

    /** What came of one of many. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutcomeAnswer(String id, int status, String detail, String caseNumber, String stage) {
    }

    /** What came of each. */
    public record BulkAnswer(List<OutcomeAnswer> results) {
    }

    @GET
    @Operation(summary = "我能办理或督看的任务", description = "queue、assigned、light 可用逗号分隔多个值；q 是受理编号的开头，或标题中的词。")
    public Page<TaskAnswer> list(@QueryParam("queue") String queue, @QueryParam("assigned") String assigned,
            @QueryParam("light") String light, @QueryParam("q") String q, @QueryParam("campaign") String campaign,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        TaskFilter filter = TaskFilter.parse(queue, assigned, light, q, campaign);
        Paging paging = Paging.of(page, size, sort, ListTasks.SORTS, ListTasks.DEFAULT_SORT);
        return listTasks.page(filter, actor.get(), paging).map(TaskAnswer::of);
    }

    @POST
    @Path("/{id}/claim")
    @Operation(summary = "领取任务")
    public TaskAnswer claim(@PathParam("id") String id) {
        claimWorkItem.claim(id, actor.get());
        return TaskAnswer.of(openTask.open(id, actor.get()));
    }

    @GET
    @Path("/counts")
    @Operation(summary = "各环节的任务数", description = "我的、本组待领、由我代理的、全部。")
    public CountsAnswer counts() {
        TaskCounts counts = listTasks.counts(actor.get());
        return new CountsAnswer(counts.mine(), counts.group(), counts.absent(), counts.all());
    }

    @POST
    @Path("/{id}/complete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "办结任务", description = "内容随环节而定；202 表示随后逐件通知名单中或并入的各案件。")
    public Response complete(@PathParam("id") String id, JsonNode body) {
        if (body == null) {
            throw Refusal.invalid("body", "请给出办理内容。");
        }
        CompleteTask.Result result = completeTask.complete(id, body, actor.get());
        return Response.status(result.fansOut() ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(new CompletedAnswer(result.caseNumber(), result.stage())).build();
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "对多项任务做同一操作，逐项回答")
    public BulkAnswer bulk(BulkBody body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        return new BulkAnswer(actOnMany.act(body.ids(),
                new ActOnMany.Order(body.action(), body.body(), body.to(), body.reason()), actor.get()).stream()
                .map(each -> new OutcomeAnswer(each.id(), each.status(), each.detail(), each.caseNumber(), each.stage()))
                .toList());
    }
}
