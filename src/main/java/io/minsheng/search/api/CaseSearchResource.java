package io.minsheng.search.api;

import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.search.CaseFilter;
import io.minsheng.search.ExportCases;
import io.minsheng.search.ListCases;

/** What a search found as a whole: counted, or as a file. */
@Path("/api/v1/case-search")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Tag(name = "案件")
public class CaseSearchResource {

    private final ListCases listCases;
    private final ExportCases exportCases;
    private final CurrentActor actor;

    CaseSearchResource(ListCases listCases, ExportCases exportCases, CurrentActor actor) {
        this.listCases = listCases;
        this.exportCases = exportCases;
        this.actor = actor;
    }

    @GET
    @Path("/facets")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "查找结果的分面计数", description = "条件同 GET /api/v1/cases，另有 department、light、month（2024-10）。每个分面不计其自身的条件；索引建好之前为空。")
    public Map<String, Map<String, Long>> facets(@BeanParam FilterQuery query) {
        return listCases.facets(query.filter(), actor.get());
    }

    /** How the file shall be. */
    public record ExportBody(String format, boolean contacts, String purpose) {
    }

    @POST
    @Path("/export")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "导出查找结果", description = "条件在查询串中。format：xlsx 或 csv。contacts 为 true 时包括联系方式：限分类整理和科室负责人，须写明 purpose。记入审计日志；最多 100,000 件。")
    public Response export(@BeanParam FilterQuery query, @QueryParam("sort") String sort, ExportBody body) {
        if (body == null) {
            throw Refusal.invalid("body", "请求内容应为 JSON 对象。");
        }
        CaseFilter filter = query.filter();
        ExportCases.Export export = exportCases.prepare(filter, ListCases.paging(filter, 0, 1, sort),
                new ExportCases.Wish(body.format(), body.contacts(), body.purpose()), actor.get());
        StreamingOutput file = export::writeTo;
        return Response.ok(file).type(export.mediaType())
                .header("Content-Disposition", ContentDisposition.of(false, export.fileName())).build();
    }
}
