package io.minsheng.search.web;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.minsheng.identity.CurrentActor;
import io.minsheng.implementation.UndoCompletion;
import io.minsheng.implementation.ViewPhotos;
import io.minsheng.implementation.ViewProject;
import io.minsheng.platform.web.Page;
import io.minsheng.platform.web.Paging;
import io.minsheng.supervision.SupervisionView;
import io.minsheng.supervision.ViewSupervision;
import io.minsheng.workflow.ProcessKey;
import io.minsheng.workflow.ProcessPictures;
import io.minsheng.workflow.ProcessPictures.Drawn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The published projects and one of them, month by month. */
@Path("/staff/projects")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class ProjectPages {

    private static final int SIZE = 50;

    private final ViewProject viewProject;
    private final ViewSupervision supervisions;
    private final ProcessPictures pictures;
    private final UndoCompletion undoCompletion;
    private final ViewPhotos viewPhotos;
    private final CurrentActor actor;

    ProjectPages(ViewProject viewProject, ViewSupervision supervisions, ProcessPictures pictures,
            UndoCompletion undoCompletion, ViewPhotos viewPhotos, CurrentActor actor) {
        this.viewProject = viewProject;
        this.supervisions = supervisions;
        this.pictures = pictures;
        this.undoCompletion = undoCompletion;
        this.viewPhotos = viewPhotos;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "search")
    static class Templates {

        static native TemplateInstance projects(Page<ViewProject.View> page, String href);

        static native TemplateInstance project(ViewProject.View project, List<ViewPhotos.Shown> photos,
                List<SupervisionView> supervisions, List<Drawn> pictures, boolean mayUndo);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("page") Integer page) {
        return Templates.projects(viewProject.page(null,
                Paging.of(page, SIZE, null, Map.of("publishedAt", "publishedAt"), "publishedAt,desc")), "/staff/projects?");
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        return Templates.project(viewProject.view(id), viewPhotos.ofProject(id, actor.get()),
                supervisions.ofProject(id, actor.get()),
                pictures.of(ProcessKey.IMPLEMENTATION, id).stream().toList(), undoCompletion.mayUndo(actor.get()));
    }
}
