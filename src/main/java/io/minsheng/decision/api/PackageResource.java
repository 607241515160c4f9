package io.minsheng.decision.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.decision.BuildPackage;
import io.minsheng.decision.MeetingPackage;
import io.minsheng.decision.WriteSheet;
import io.minsheng.decision.WriteTable;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;

/** The package for the meeting, made from a frozen list. */
@Path("/api/v1/lists/{id:[A-Za-z0-9]+}/package.{kind}")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Tag(name = "工作人员")
public class PackageResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final BuildPackage build;
    private final WriteTable table;
    private final WriteSheet sheet;
    private final CurrentActor actor;

    PackageResource(BuildPackage build, WriteTable table, WriteSheet sheet, CurrentActor actor) {
        this.build = build;
        this.table = table;
        this.sheet = sheet;
        this.actor = actor;
    }

    @GET
    @Produces({ DOCX, XLSX })
    @Operation(summary = "会议材料（docx 表格或 xlsx），由已确定的名单生成，印有名单摘要")
    public Response document(@PathParam("id") String id, @PathParam("kind") String kind) {
        if (!kind.equals("docx") && !kind.equals("xlsx")) {
            throw Refusal.notFound("会议材料只有 docx 和 xlsx 两种。");
        }
        MeetingPackage content = build.of(id, actor.get());
        boolean asTable = kind.equals("docx");
        return Response.ok(asTable ? table.docx(content) : sheet.xlsx(content), asTable ? DOCX : XLSX)
                .header("Content-Disposition", "attachment; filename=\"list-" + id + "." + kind + "\"")
                .header("Cache-Control", "no-store").build();
    }
}
