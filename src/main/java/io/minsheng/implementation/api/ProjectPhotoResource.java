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
import io.minsheng.implementation.DestroyPhoto;
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
    private final DestroyPhoto destroyPhoto;
    private final CurrentActor actor;
    private final PublicUrl url;

    ProjectPhotoResource(ViewPhotos viewPhotos, WithdrawPhoto withdrawPhoto, DestroyPhoto destroyPhoto, CurrentActor actor,
            PublicUrl url) {
        this.viewPhotos = viewPhotos;
        this.withdrawPhoto = withdrawPhoto;
        this.destroyPhoto = destroyPhoto;
        this.actor = actor;
        this.url = url;
    }

    /**
     * A photo.
     *
     * @param url where staff find the picture; {@code /small} leads to the small one, {@code /original}, for those who
     *        work on the project, to what was sent
     * @param reason why it is not public, or was taken back
     * @param destroyedAt since when there is no picture any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StaffPhotoAnswer(String id, String month, String caption, State state, String url, String addedBy,
            OffsetDateTime addedAt, String judgedBy, OffsetDateTime judgedAt, OffsetDateTime withdrawnAt, String reason,
            String destroyedBy, OffsetDateTime destroyedAt, String destroyedReason) {

        static StaffPhotoAnswer of(ViewPhotos.Shown photo, PublicUrl url) {
            ViewPhotos.Destroyed destroyed = photo.destroyed();
            return new StaffPhotoAnswer(photo.id(), photo.month(), photo.caption(), photo.state(), url.to(photo.path()),
                    photo.addedBy(), Shanghai.iso(photo.addedAt()), photo.judgedBy(), Shanghai.iso(photo.judgedAt()),
                    Shanghai.iso(photo.withdrawnAt()), photo.reason(), destroyed == null ? null : destroyed.by(),
                    destroyed == null ? null : Shanghai.iso(destroyed.at()), destroyed == null ? null : destroyed.reason());
        }
    }

    /** Why a photo is taken back or destroyed. */
    public record ReasonBody(String reason) {
    }

    @GET
    @Operation(summary = "项目的照片，新的在前", description = "待核看和仅供内部的照片，只有社会事业科和项目的牵头、配合单位能看到。")
    public List<StaffPhotoAnswer> list(@PathParam("id") String id) {
        return viewPhotos.ofProject(id, actor.get()).stream().map(each -> StaffPhotoAnswer.of(each, url)).toList();
    }

    @POST
    @Path("/{photo}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "撤下一张照片（TRIAGE、CHIEF 和报送单位）", description = "日期和原因公布在照片原来的位置。")
    public void withdraw(@PathParam("id") String id, @PathParam("photo") String photo, ReasonBody body) {
        withdrawPhoto.withdraw(id, photo, body == null ? null : body.reason(), actor.get());
    }

    @POST
    @Path("/{photo}/destroy")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "彻底销毁一张已撤下或仅供内部的照片（TRIAGE、CHIEF 和报送单位）", description = "原图和各种尺寸都不能恢复；谁、何时、为什么，仍有记录。")
    public void destroy(@PathParam("id") String id, @PathParam("photo") String photo, ReasonBody body) {
        destroyPhoto.destroy(id, photo, body == null ? null : body.reason(), actor.get());
    }
}
