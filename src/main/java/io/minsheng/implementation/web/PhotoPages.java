package io.minsheng.implementation.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.implementation.DestroyPhoto;
import io.minsheng.implementation.OpenPhoto;
import io.minsheng.implementation.OpenPhoto.Opened;
import io.minsheng.implementation.PhotoFiles.Size;
import io.minsheng.implementation.ViewPhotos;
import io.minsheng.implementation.ViewProject;
import io.minsheng.implementation.WithdrawPhoto;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.platform.web.ShownFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pictures of a project's photos for staff, and the pages on which one is taken back or destroyed. */
@Path("/staff/projects/{id}/photos/{photo}")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class PhotoPages {

    private final OpenPhoto openPhoto;
    private final ViewPhotos viewPhotos;
    private final ViewProject viewProject;
    private final WithdrawPhoto withdrawPhoto;
    private final DestroyPhoto destroyPhoto;
    private final CurrentActor actor;
    private final PublicUrl url;

    PhotoPages(OpenPhoto openPhoto, ViewPhotos viewPhotos, ViewProject viewProject, WithdrawPhoto withdrawPhoto,
            DestroyPhoto destroyPhoto, CurrentActor actor, PublicUrl url) {
        this.openPhoto = openPhoto;
        this.viewPhotos = viewPhotos;
        this.viewProject = viewProject;
        this.withdrawPhoto = withdrawPhoto;
        this.destroyPhoto = destroyPhoto;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "implementation")
    static class Templates {
        static native TemplateInstance withdraw(ViewProject.View project, ViewPhotos.Shown photo, Posted form,
                FormErrors errors);

        static native TemplateInstance destroy(ViewProject.View project, ViewPhotos.Shown photo, Posted form,
                FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public Response shown(@PathParam("id") String id, @PathParam("photo") String photo) {
        return picture(id, photo, Size.SHOWN);
    }

    @GET
    @Path("/small")
    public Response small(@PathParam("id") String id, @PathParam("photo") String photo) {
        return picture(id, photo, Size.SMALL);
    }

    /** As it was sent, without place and device. */
    @GET
    @Path("/original")
    public Response original(@PathParam("id") String id, @PathParam("photo") String photo) {
        return picture(id, photo, Size.ORIGINAL);
    }

    @GET
    @Path("/withdraw")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("photo") String photo) {
        return Templates.withdraw(viewProject.view(id), viewPhotos.one(id, photo, actor.get()), Posted.none(),
                FormErrors.none());
    }

    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@PathParam("id") String id, @PathParam("photo") String photo, @FormParam("reason") String reason) {
        return act(id, photo, Posted.none().orElse("reason", reason), Templates::withdraw,
                () -> withdrawPhoto.withdraw(id, photo, reason, actor.get()));
    }

    @GET
    @Path("/destroy")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askToDestroy(@PathParam("id") String id, @PathParam("photo") String photo) {
        return Templates.destroy(viewProject.view(id), viewPhotos.one(id, photo, actor.get()), Posted.none(),
                FormErrors.none());
    }

    @POST
    @Path("/destroy")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response destroy(@PathParam("id") String id, @PathParam("photo") String photo,
            MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        return act(id, photo, form, Templates::destroy, () -> {
            if (form.at("sure") == null) {
                List<Violation> wrong = new ArrayList<>(destroyPhoto.wrong(id, form.at("reason")));
                wrong.add(new Violation("sure", "请确认您知道销毁后不能恢复。"));
                throw Refusal.invalid(wrong);
            }
            destroyPhoto.destroy(id, photo, form.at("reason"), actor.get());
        });
    }

    /** One of the two pages. */
    private interface Asking {
        TemplateInstance page(ViewProject.View project, ViewPhotos.Shown photo, Posted form, FormErrors errors);
    }

    private Response act(String id, String photo, Posted form, Asking asking, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return Response.status(400).entity(asking.page(viewProject.view(id), viewPhotos.one(id, photo, actor.get()), form,
                    FormErrors.of(refusal))).build();
        }
        return url.goTo("/staff/projects/" + id + "#photos");
    }

    private Response picture(String id, String photo, Size size) {
        Opened opened = openPhoto.forStaff(id, photo, size, actor.get());
        return ShownFile.of(opened.name(), opened.mediaType(), opened.size(), opened.content()).build();
    }
}
