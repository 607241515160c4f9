package io.minsheng.implementation.api;

import java.time.OffsetDateTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.minsheng.identity.CurrentActor;
import io.minsheng.implementation.ProgressPhoto.State;
import io.minsheng.implementation.ViewPhotos;
import io.minsheng.implementation.WithdrawPhoto;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.PublicUrl;

/** The photos that came with a project's reports, for staff. */
@Path("/api/v1/projects/{id}/photos")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "项目")
public class ProjectPhotoResource {

    private final ViewPhotos viewPhotos;
    private final WithdrawPhoto withdrawPhoto;
    private final CurrentActor actor;
    private final PublicUrl url;

    ProjectPhotoResource(ViewPhotos viewPhotos, WithdrawPhoto withdrawPhoto, CurrentActor actor, PublicUrl url) {
        this.viewPhotos = viewPhotos;
        this.withdrawPhoto = withdrawPhoto;
        this.actor = actor;
        this.url = url;
    }

    /**
     * A photo.
     *
     * @param url where staff find the picture; {@code /small} leads to the small one, {@code /original}, for those who
     *        work on the project, to what was sent
     * @param reason why it is not public, or was taken back
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StaffPhotoAnswer(String id, String month, String caption, State state, String url, String addedBy,
            OffsetDateTime addedAt, String judgedBy, OffsetDateTime judgedAt, OffsetDateTime withdrawnAt, String reason) {
    }

    /** Why a photo is taken back. */
    public record WithdrawBody(String reason) {
    }

    @GET
    @Operation(summary = "项目的照片，新的在前", description = "待核看和仅供内部的照片，只有社会事业科和项目的牵头、配合单位能看到。")
    public List<StaffPhotoAnswer> list(@PathParam("id") String id) {
        return viewPhotos.ofProject(id, actor.get()).stream()
                .map(each -> new StaffPhotoAnswer(each.id(), each.month(), each.caption(), each.state(), url.to(each.path()),
                        each.addedBy(), Shanghai.iso(each.addedAt()), each.judgedBy(), Shanghai.iso(each.judgedAt()),
                        Shanghai.iso(each.withdrawnAt()), each.reason()))
                .toList();
    }

    @POST
    @Path("/{photo}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "撤下一张照片（TRIAGE、CHIEF 和报送单位）", description = "日期和原因公布在照片原来的位置。")
    public void withdraw(@PathParam("id") String id, @PathParam("photo") String photo, WithdrawBody body) {
        withdrawPhoto.withdraw(id, photo, body == null ? null : body.reason(), actor.get());
    }
}
