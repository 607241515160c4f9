package io.minsheng.worklist.api;

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
import io.minsheng.worklist.DeclareInterest;

/** {@code POST /api/v1/tasks/{id}/recusal}. */
@Path("/api/v1/tasks/{id}/recusal")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "任务")
public class RecusalResource {

    private final DeclareInterest declareInterest;
    private final CurrentActor actor;

    RecusalResource(DeclareInterest declareInterest, CurrentActor actor) {
        this.declareInterest = declareInterest;
        this.actor = actor;
    }

    /** The body. */
    public record Interest(String reason) {
    }

    /** Who could take over; {@code caseNumber} is absent for a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Recused(String caseNumber, long others) {
    }

    @POST
    @Operation(summary = "回避：与此事有利害关系，退出办理", description = "此后本人不能再办理这个案件或名单的任何任务；任务由同角色、同单位的其他人领取。")
    public Recused declare(@PathParam("id") String id, Interest body) {
        if (body == null) {
            throw Refusal.invalid("reason", "请填写回避理由。");
        }
        DeclareInterest.Declared declared = declareInterest.declare(id, body.reason(), actor.get());
        return new Recused(declared.caseNumber(), declared.others());
    }
}
