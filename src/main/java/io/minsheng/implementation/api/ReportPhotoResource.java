package io.minsheng.implementation.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
import io.minsheng.implementation.EditPhotos;
import io.minsheng.implementation.ProgressPhoto;
import io.minsheng.platform.error.Refusal;

/** The photos that go with the report of a task in the caller's hands. */
@Path("/api/v1/tasks/{id}/photos")
@RolesAllowed("DEPARTMENT")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "项目")
public class ReportPhotoResource {

    private final EditPhotos edit;
    private final CurrentActor actor;

    ReportPhotoResource(EditPhotos edit, CurrentActor actor) {
        this.edit = edit;
        this.actor = actor;
    }

    /** A photo; sizes in dots as it is shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SentAnswer(String id, String caption, int width, int height) {

        static SentAnswer of(ProgressPhoto photo) {
            return new SentAnswer(photo.id(), photo.caption(), photo.files().shownWidth(), photo.files().shownHeight());
        }
    }

    /** What a photo shows. */
    public record CaptionBody(String caption) {
    }

    @GET
    @Operation(summary = "待报送的照片（须已领取报送任务）")
    public List<SentAnswer> list(@PathParam("id") String id) {
        return edit.drafts(id, actor.get()).stream().map(SentAnswer::of).toList();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "为进展报告添加一张照片（须已领取报送任务）", description = "file 为 jpg 或 png，caption 为中文说明；随后照常办结任务，照片随报告报送。")
    public Response add(@PathParam("id") String id, @RestForm("file") FileUpload file, @RestForm("caption") String caption) {
        if (file == null) {
            throw Refusal.invalid("file", "请选择照片。");
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            ProgressPhoto added = edit.add(id, caption == null ? "" : caption, file.fileName(), content, actor.get());
            return Response.status(Response.Status.CREATED).entity(SentAnswer.of(added)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @POST
    @Path("/{photo}/caption")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "改写一张待报送照片的说明")
    public void describe(@PathParam("id") String id, @PathParam("photo") String photo, CaptionBody body) {
        edit.describe(id, photo, "caption", body == null ? null : body.caption(), actor.get());
    }

    @DELETE
    @Path("/{photo}")
    @Operation(summary = "移除一张待报送的照片")
    public void remove(@PathParam("id") String id, @PathParam("photo") String photo) {
        edit.remove(id, photo, actor.get());
    }
}
