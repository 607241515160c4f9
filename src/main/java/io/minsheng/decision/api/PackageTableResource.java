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
import io.minsheng.decision.WriteTable;
import io.minsheng.identity.CurrentActor;

/** {@code GET /api/v1/lists/{id}/package.docx}: the package for the meeting, made from a frozen list. */
@Path("/api/v1/lists/{id}/package.docx")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Tag(name = "工作人员")
public class PackageTableResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final BuildPackage build;
    private final WriteTable table;
    private final CurrentActor actor;

    PackageTableResource(BuildPackage build, WriteTable table, CurrentActor actor) {
        this.build = build;
        this.table = table;
        this.actor = actor;
    }

    @GET
    @Produces(DOCX)
    @Operation(summary = "会议材料（docx 表格），由已确定的名单生成，印有名单摘要")
    public Response document(@PathParam("id") String id) {
        return Response.ok(table.docx(build.of(id, actor.get())), DOCX)
                .header("Content-Disposition", "attachment; filename=\"list-" + id + ".docx\"")
                .header("Cache-Control", "no-store").build();
    }
}
