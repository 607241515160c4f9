package io.minsheng.search.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.proposal.MergeCase;
import io.minsheng.proposal.SplitCase;
import io.minsheng.proposal.UnmergeCase;
import io.minsheng.search.CaseFilter;
import io.minsheng.search.ListCases;
import io.minsheng.search.OpenCase;

/** The cases, for staff. */
@Path("/api/v1/cases")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "案件")
public class CaseResource {

    private final ListCases listCases;
    private final OpenCase openCase;
    private final MergeCase mergeCase;
    private final UnmergeCase unmergeCase;
    private final SplitCase splitCase;
    private final CurrentActor actor;

    CaseResource(ListCases listCases, OpenCase openCase, MergeCase mergeCase, UnmergeCase unmergeCase,
            SplitCase splitCase, CurrentActor actor) {
        this.listCases = listCases;
        this.openCase = openCase;
        this.mergeCase = mergeCase;
        this.unmergeCase = unmergeCase;
        this.splitCase = splitCase;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "我可以查看的案件", description = "q 是受理编号，或要查找的词：查标题、内容、理由、地点和补充材料，词之间用空格分开。有 q 而不指定 sort 时，最相符的在前。")
    public Page<RowAnswer> list(@BeanParam FilterQuery query, @QueryParam("page") Integer page,
            @QueryParam("size") Integer size, @QueryParam("sort") String sort) {
        CaseFilter filter = query.filter();
        Paging paging = ListCases.paging(filter, page, size, sort);
        return listCases.page(filter, actor.get(), paging).map(RowAnswer::of);
    }

    @GET
    @Path("/{caseNumber}")
    @Operation(summary = "一个案件的全部情况", description = "联系方式和（对无权查看原件者）正文中的个人信息已遮盖。")
    public CaseAnswer show(@PathParam("caseNumber") String caseNumber) {
        return CaseAnswer.of(openCase.open(caseNumber, actor.get()));
    }

    /** Body of a merge: the number of the main case. */
    public record MergeBody(String into) {
    }

    /** Body of an unmerge. */
    public record UnmergeBody(String reason) {
    }

    @POST
    @Path("/{caseNumber}/merge")
    @RolesAllowed("TRIAGE")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "并入另一个案件", description = "本件暂停办理和计时，保留编号、原文和答复；可以撤销。")
    public CaseAnswer merge(@PathParam("caseNumber") String caseNumber, MergeBody body) {
        mergeCase.merge(caseNumber, needed(body).into(), actor.get());
        return show(caseNumber);
    }

    @POST
    @Path("/{caseNumber}/unmerge")
    @RolesAllowed("TRIAGE")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "撤销合并", description = "案件恢复到合并前的环节、任务和时限。")
    public CaseAnswer unmerge(@PathParam("caseNumber") String caseNumber, UnmergeBody body) {
        unmergeCase.unmerge(caseNumber, needed(body).reason(), actor.get());
        return show(caseNumber);
    }

    /** Body of a split; the first part stays the case. */
    public record SplitBody(List<SplitCase.Part> parts) {
    }

    /** Numbers of the case that was split and of the further ones; the new query codes are told to the author only. */
    public record SplitAnswer(String parent, List<String> children) {
    }

    @POST
    @Path("/{caseNumber}/split")
    @RolesAllowed("TRIAGE")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "拆分成几件", description = "第一部分沿用本件；其余各登记为新的案件，新的查询码只告知建议人。")
    public SplitAnswer split(@PathParam("caseNumber") String caseNumber, SplitBody body) {
        SplitCase.Result result = splitCase.split(caseNumber, needed(body).parts(), actor.get());
        return new SplitAnswer(result.parent().caseNumber(),
                result.children().stream().map(each -> each.proposal().caseNumber()).toList());
    }

    private static <T> T needed(T body) {
        if (body == null) {
            throw Refusal.invalid("body", "请提交内容。");
        }
        return body;
    }
}
