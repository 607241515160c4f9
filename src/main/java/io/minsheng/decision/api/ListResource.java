package io.minsheng.decision.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

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

import io.minsheng.decision.CompareCandidates;
import io.minsheng.decision.ListState;
import io.minsheng.decision.ListView;
import io.minsheng.decision.Rank;
import io.minsheng.decision.ReadVersions;
import io.minsheng.decision.Result;
import io.minsheng.decision.SaveDraft;
import io.minsheng.decision.ShortlistForm;
import io.minsheng.decision.VersionLog;
import io.minsheng.decision.ViewList;
import io.minsheng.decision.WritePackage;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.workflow.Processes.FanOut;

/** Lists of candidates for programs. */
@Path("/api/v1/lists")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Tag(name = "工作人员")
public class ListResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ViewList viewList;
    private final ReadVersions readVersions;
    private final CompareCandidates compare;
    private final SaveDraft saveDraft;
    private final WritePackage writePackage;
    private final CurrentActor actor;

    ListResource(ViewList viewList, ReadVersions readVersions, CompareCandidates compare, SaveDraft saveDraft,
            WritePackage writePackage, CurrentActor actor) {
        this.viewList = viewList;
        this.readVersions = readVersions;
        this.compare = compare;
        this.saveDraft = saveDraft;
        this.writePackage = writePackage;
        this.actor = actor;
    }

    /** A list; {@code digest} once it is frozen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListAnswer(String id, String campaign, int number, String title, ListState state, int version, String digest,
            FanOut fanOut, List<ItemAnswer> items) {
    }

    /** A candidate; {@code cases} are case numbers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemAnswer(String id, String title, String category, String target, List<String> leads,
            List<String> assists, String due, List<String> cases, int suggestions, int people, int townships, BigDecimal score,
            BigDecimal estimatedCost, Result result, String reason) {

        static ItemAnswer of(ListView.Item item) {
            return new ItemAnswer(item.id(), item.title(), item.category(), item.target(), item.leads(), item.assists(),
                    item.due(), item.support().cases().stream().map(ListView.CaseRow::caseNumber).toList(),
                    item.support().suggestions(), item.support().people(), item.support().townships(), item.support().score(),
                    item.support().estimate(), item.result(), item.reason());
        }
    }

    /** One version of a list and what changed in it; {@code digest} for the frozen one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VersionAnswer(int version, String by, OffsetDateTime at, String reason, String digest, int items,
            List<ChangeAnswer> changes) {

        static VersionAnswer of(VersionLog each) {
            return new VersionAnswer(each.number(), each.by(), Shanghai.iso(each.at()), each.reason(), each.digest(),
                    each.items(), each.changes().stream().map(ChangeAnswer::of).toList());
        }
    }

    /** An item that was added, dropped or edited; {@code fields} names what was edited. */
    public record ChangeAnswer(VersionLog.Kind kind, String item, String title, List<String> fields) {

        static ChangeAnswer of(VersionLog.Change each) {
            return new ChangeAnswer(each.kind(), each.item(), each.title(),
                    each.fields().stream().map(VersionLog.Field::field).toList());
        }
    }

    /** All versions, newest first. */
    public record VersionsAnswer(List<VersionAnswer> items) {
    }

    /** Candidates side by side. */
    public record CompareAnswer(List<ItemAnswer> items) {
    }

    /** The number of the draft just saved. */
    public record SavedAnswer(int version) {
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一份备选名单", description = "rank 为 people、score 或 townships，只影响未确定的名单。")
    public ListAnswer one(@PathParam("id") String id, @QueryParam("rank") String rank) {
        ListView list = viewList.view(id, Rank.of(rank));
        return new ListAnswer(list.id(), list.campaign(), list.number(), list.title(), list.state(), list.version(),
                list.freeze().digest(), list.fanOut(), list.items().stream().map(ItemAnswer::of).toList());
    }

    @GET
    @Path("/{id}/versions")
    @Operation(summary = "名单的各个版本和逐版修改记录，新的在前")
    public VersionsAnswer versions(@PathParam("id") String id) {
        return new VersionsAnswer(readVersions.of(id).stream().map(VersionAnswer::of).toList());
    }

    @POST
    @Path("/{id}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "保存名单草稿，成为新的一版", description = "内容同 SHORTLIST 的 FREEZE，目标和单位可以暂缺；须先领取确定名单的任务。")
    public Response save(@PathParam("id") String id, ShortlistForm body) {
        if (body == null) {
            throw Refusal.invalid("items", "请至少选择一个事项列入名单。");
        }
        return Response.status(Response.Status.CREATED).entity(new SavedAnswer(saveDraft.save(id, body, actor.get()))).build();
    }

    @GET
    @Path("/{id}/compare")
    @Operation(summary = "并排比较 2 至 4 个事项", description = "item 可重复。")
    public CompareAnswer compare(@PathParam("id") String id, @QueryParam("item") List<String> items) {
        return new CompareAnswer(compare.of(id, items).items().stream().map(ItemAnswer::of).toList());
    }

    @GET
    @Path("/{id}/package.docx")
    @Produces(DOCX)
    @Operation(summary = "会议材料（docx 表格），由已确定的名单生成，印有名单摘要")
    public Response table(@PathParam("id") String id) {
        return file(writePackage.docx(id, actor.get()), DOCX);
    }

    @GET
    @Path("/{id}/package.xlsx")
    @Produces(XLSX)
    @Operation(summary = "会议材料（xlsx），由已确定的名单生成，印有名单摘要")
    public Response sheet(@PathParam("id") String id) {
        return file(writePackage.xlsx(id, actor.get()), XLSX);
    }

    private static Response file(WritePackage.Written file, String type) {
        return Response.ok(file.content(), type).header("Content-Disposition", ContentDisposition.of(false, file.name()))
                .header("Cache-Control", "no-store").build();
    }
}
