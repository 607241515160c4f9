package io.minsheng.implementation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.implementation.UndoCompletion;
import io.minsheng.implementation.ViewProject;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page on which the office takes back that a project is completed. */
@Path("/staff/projects/{id}/undo-completion")
@RolesAllowed({ "TRIAGE", "CHIEF" })
@Produces(MediaType.TEXT_HTML)
public class UndoCompletionPages {

    private final ViewProject viewProject;
    private final UndoCompletion undoCompletion;
    private final CurrentActor actor;
    private final PublicUrl url;

    UndoCompletionPages(ViewProject viewProject, UndoCompletion undoCompletion, CurrentActor actor, PublicUrl url) {
        this.viewProject = viewProject;
        this.undoCompletion = undoCompletion;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "implementation")
    static class Templates {
        static native TemplateInstance undo(ViewProject.View project, Posted form, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance ask(@PathParam("id") String id) {
        return Templates.undo(viewProject.view(id), Posted.none(), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("id") String id, @FormParam("reason") String reason) {
        try {
            undoCompletion.undo(id, reason, actor.get());
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return Response.status(400).entity(Templates.undo(viewProject.view(id), Posted.none().orElse("reason", reason),
                    FormErrors.of(refusal))).build();
        }
        return url.goTo("/staff/projects/" + id);
    }
}
