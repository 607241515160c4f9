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
import io.minsheng.decision.WriteSheet;
import io.minsheng.identity.CurrentActor;

/** {@code GET /api/v1/lists/{id}/package.xlsx}: the package for the meeting, made from a frozen list. */
@Path("/api/v1/lists/{id}/package.xlsx")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Tag(name = "工作人员")
public class PackageSheetResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final BuildPackage build;
    private final WriteSheet sheet;
    private final CurrentActor actor;

    PackageSheetResource(BuildPackage build, WriteSheet sheet, CurrentActor actor) {
        this.build = build;
        this.sheet = sheet;
        this.actor = actor;
    }

    @GET
    @Produces(XLSX)
    @Operation(summary = "会议材料（xlsx），由已确定的名单生成，印有名单摘要")
    public Response document(@PathParam("id") String id) {
        return Response.ok(sheet.xlsx(build.of(id, actor.get())), XLSX)
                .header("Content-Disposition", "attachment; filename=\"list-" + id + ".xlsx\"")
                .header("Cache-Control", "no-store").build();
    }
}
