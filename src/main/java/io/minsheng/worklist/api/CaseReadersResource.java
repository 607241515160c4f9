package io.minsheng.worklist.api;

import java.time.OffsetDateTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.proposal.CaseAccess;
import io.minsheng.worklist.CaseReaders;

/** Who has a case open. */
@Path("/api/v1/cases/{caseNumber}/readers")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "任务")
public class CaseReadersResource {

    private final CaseReaders readers;
    private final CaseAccess access;
    private final CurrentActor actor;

    CaseReadersResource(CaseReaders readers, CaseAccess access, CurrentActor actor) {
        this.readers = readers;
        this.access = access;
        this.actor = actor;
    }

    /** A colleague, and when last seen. */
    public record ReaderAnswer(String username, String name, OffsetDateTime seenAt) {
    }

    /** The others. */
    public record Answers(List<ReaderAnswer> items) {
    }

    @GET
    @Operation(summary = "正在查看该案件的其他人", description = "三分钟内查看过的；部门只看得到本单位的人。")
    public Answers others(@PathParam("caseNumber") String caseNumber) {
        access.forStaff(caseNumber, actor.get());
        return new Answers(readers.others(caseNumber, actor.get()).stream()
                .map(each -> new ReaderAnswer(each.username(), each.name(), Shanghai.iso(each.seenAt()))).toList());
    }

    @POST
    @Operation(summary = "告知正在查看该案件", description = "每分钟一次即可；返回其他人。")
    public Answers opened(@PathParam("caseNumber") String caseNumber) {
        access.forStaff(caseNumber, actor.get());
        readers.opened(caseNumber, actor.get());
        return others(caseNumber);
    }
}
