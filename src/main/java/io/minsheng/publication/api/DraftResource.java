package io.minsheng.publication.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.publication.Annex;
import io.minsheng.publication.ClearFinding;
import io.minsheng.publication.EditAnnexes;
import io.minsheng.publication.Finding;
import io.minsheng.publication.PreparePublication;
import io.minsheng.publication.PreparePublication.Change;
import io.minsheng.publication.PreparePublication.Prepared;
import io.minsheng.publication.PublishedLists.AnnexRow;
import io.minsheng.publication.PublishedWords;
import io.minsheng.publication.StartCorrection;

/** The publication of a list before its release: the newest draft, its files, and what the guard has found in it. */
@Path("/api/v1/lists/{list}/publication")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "TRIAGE", "CHIEF" })
@Tag(name = "工作人员")
public class DraftResource {

    private final PreparePublication prepare;
    private final EditAnnexes editAnnexes;
    private final ClearFinding clearFinding;
    private final StartCorrection startCorrection;
    private final CurrentActor actor;

    DraftResource(PreparePublication prepare, EditAnnexes editAnnexes, ClearFinding clearFinding,
            StartCorrection startCorrection, CurrentActor actor) {
        this.prepare = prepare;
        this.editAnnexes = editAnnexes;
        this.clearFinding = clearFinding;
        this.startCorrection = startCorrection;
        this.actor = actor;
    }

    /** The newest draft; {@code version} 0 before the first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DraftAnswer(String list, int version, String title, String text, String draftedBy, String returnedReason,
            String correction, List<PublishedWords> rows, List<Change> changes, List<AnnexAnswer> annexes,
            List<FindingAnswer> findings) {
    }

    /** A file. */
    public record AnnexAnswer(String id, String name, long size, String mediaType, String sha256) {

        static AnnexAnswer of(AnnexRow row) {
            return new AnnexAnswer(row.id(), row.name(), row.size(), row.mediaType(), row.sha256());
        }

        static AnnexAnswer of(Annex annex) {
            return new AnnexAnswer(annex.id(), annex.file().name(), annex.file().size(), annex.file().mediaType(),
                    annex.file().sha256());
        }
    }

    /** Something that blocks the release until it is taken out or cleared; without a key only taking it out helps. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FindingAnswer(String key, String field, String message, boolean blocks, String clearedBy,
            OffsetDateTime clearedAt, String reason) {

        static FindingAnswer of(Finding finding) {
            Finding.Cleared cleared = finding.cleared();
            return cleared == null
                    ? new FindingAnswer(finding.key(), finding.field(), finding.message(), true, null, null, null)
                    : new FindingAnswer(finding.key(), finding.field(), finding.message(), false, cleared.by(),
                            Shanghai.iso(cleared.at()), cleared.reason());
        }
    }

    /** The task of drafting the correction. */
    public record CorrectionAnswer(String task) {
    }

    /** Why a finding is none. */
    public record ClearBody(String reason) {
    }

    @GET
    @Operation(summary = "公布稿：最新一稿、附件和疑似个人信息")
    public DraftAnswer draft(@PathParam("list") String list) {
        Prepared prepared = prepare.of(list);
        return new DraftAnswer(list, prepared.version(), prepared.title(), prepared.text(), prepared.draftedBy(),
                prepared.returnedReason(), prepared.correction(), prepared.rows(), prepare.changes(list, prepared),
                prepare.preview(list, prepared).annexes().stream().map(AnnexAnswer::of).toList(),
                prepare.findings(list, prepared).stream().map(FindingAnswer::of).toList());
    }

    @POST
    @Path("/annexes")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "为公布稿添加附件（须已领取起草任务）")
    public Response add(@PathParam("list") String list, @RestForm("file") FileUpload file) {
        if (file == null) {
            throw Refusal.invalid("file", "请选择文件。");
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return Response.status(Response.Status.CREATED)
                    .entity(AnnexAnswer.of(editAnnexes.add(list, file.fileName(), content, actor.get()))).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DELETE
    @Path("/annexes/{id}")
    @Operation(summary = "从公布稿移除附件（须已领取起草任务）")
    public void remove(@PathParam("list") String list, @PathParam("id") String id) {
        editAnnexes.remove(list, id, actor.get());
    }

    @POST
    @Path("/corrections")
    @RolesAllowed("TRIAGE")
    @Operation(summary = "发起对已公布名单的更正；答复其起草任务的编号")
    public Response correct(@PathParam("list") String list) {
        return Response.status(Response.Status.CREATED).entity(new CorrectionAnswer(startCorrection.start(list, actor.get())))
                .build();
    }

    @POST
    @Path("/findings/{key}/clear")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("CHIEF")
    @Operation(summary = "认定一处疑似个人信息为误报（须已领取签发任务，起草人不能认定）")
    public DraftAnswer clear(@PathParam("list") String list, @PathParam("key") String key, ClearBody body) {
        clearFinding.clear(list, key, body == null ? null : body.reason(), actor.get());
        return draft(list);
    }
}
