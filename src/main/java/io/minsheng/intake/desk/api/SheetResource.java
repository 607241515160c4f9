package io.minsheng.intake.desk.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.sheet.CheckSheet;
import io.minsheng.intake.desk.sheet.ConfirmSheet;
import io.minsheng.intake.desk.sheet.SheetDefaults;
import io.minsheng.intake.desk.sheet.SheetRow;
import io.minsheng.intake.desk.sheet.ViewSheets;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Page;
import io.minsheng.proposal.Channel;

/** Spreadsheets of suggestions: upload and look, confirm, follow. */
@Path("/api/v1/desk/sheets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
@Tag(name = "窗口")
public class SheetResource {

    private final CheckSheet check;
    private final ConfirmSheet confirm;
    private final ViewSheets sheets;
    private final CurrentActor currentActor;

    SheetResource(CheckSheet check, ConfirmSheet confirm, ViewSheets sheets, CurrentActor currentActor) {
        this.check = check;
        this.confirm = confirm;
        this.sheets = sheets;
        this.currentActor = currentActor;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "上传表格（xlsx，或 UTF-8、GB18030 的 csv），逐行检查；确认之前不登记")
    public Response upload(@RestForm("file") List<FileUpload> files, @RestForm String campaign, @RestForm String desk,
            @RestForm String channel, @RestForm String receivedOn) {
        if (files == null || files.size() != 1) {
            throw Refusal.invalid("file", files == null || files.isEmpty() ? "请选择表格文件。" : "一次只上传一个文件。");
        }
        if (campaign == null || campaign.isBlank()) {
            throw Refusal.invalid("campaign", "请指明征集活动。");
        }
        FileUpload file = files.get(0);
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            String id = check.check(new CheckSheet.Upload(file.fileName(), content, campaign, desk,
                    new SheetDefaults(channel(channel), day(receivedOn))), currentActor.get());
            return Response.status(Response.Status.CREATED).entity(one(id)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "一份表格：检查结果、登记进度")
    public SheetAnswer one(@PathParam("id") String id) {
        return SheetAnswer.of(sheets.view(id, currentActor.get()), sheets.bad(id, currentActor.get()));
    }

    @GET
    @Path("/{id}/rows")
    @Operation(summary = "表格的每一行及其受理编号")
    public Page<SheetAnswer.RowAnswer> rows(@PathParam("id") String id, @QueryParam("state") String state,
            @QueryParam("page") Integer page, @QueryParam("size") Integer size) {
        return sheets.rows(id, state(state), page, size, currentActor.get()).map(SheetAnswer.RowAnswer::of);
    }

    @POST
    @Path("/{id}/confirm")
    @Operation(summary = "确认：登记无误的行，在后台逐行进行")
    public Response confirm(@PathParam("id") String id) {
        confirm.confirm(id, currentActor.get());
        return Response.accepted(one(id)).build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "放弃一份没有确认的表格")
    public void drop(@PathParam("id") String id) {
        confirm.drop(id, currentActor.get());
    }

    private static SheetRow.State state(String code) {
        try {
            return code == null || code.isBlank() ? null : SheetRow.State.valueOf(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("state", "可查询的状态：READY、BAD、KNOWN、REPEATED、DONE。");
        }
    }

    private static Channel channel(String code) {
        try {
            return code == null || code.isBlank() ? null : Channel.valueOf(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("channel", "请选择来源：信函、现场或电话。");
        }
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (java.time.format.DateTimeParseException e) {
            throw Refusal.invalid("receivedOn", "日期请写成 2024-10-21 的样子。");
        }
    }
}
