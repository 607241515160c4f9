package io.minsheng.worklist.web;

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
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.worklist.DeclareInterest;
import io.minsheng.worklist.OpenTask;
import io.minsheng.worklist.Task;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page on which somebody steps back from a case or list; reached from the head of every task's page. */
@Path("/staff/tasks/{id}/recusal")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class RecusalPages {

    private final OpenTask openTask;
    private final DeclareInterest declareInterest;
    private final CurrentActor actor;
    private final PublicUrl url;

    RecusalPages(OpenTask openTask, DeclareInterest declareInterest, CurrentActor actor, PublicUrl url) {
        this.openTask = openTask;
        this.declareInterest = declareInterest;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "worklist")
    static class Templates {
        static native TemplateInstance recusal(Task task, Posted form, FormErrors errors, DeclareInterest.Declared declared);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance ask(@PathParam("id") String id) {
        return Templates.recusal(openTask.open(id, actor.get()), Posted.none(), FormErrors.none(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response declare(@PathParam("id") String id, @FormParam("reason") String reason) {
        Task task = openTask.open(id, actor.get());
        try {
            DeclareInterest.Declared declared = declareInterest.declare(id, reason, actor.get());
            if (declared.others() == 0) {
                return Response.ok(Templates.recusal(task, Posted.none(), FormErrors.none(), declared)).build();
            }
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return Response.status(400).entity(
                    Templates.recusal(task, Posted.none().orElse("reason", reason), FormErrors.of(refusal), null)).build();
        }
        return url.goTo("/staff?done=recused");
    }
}
