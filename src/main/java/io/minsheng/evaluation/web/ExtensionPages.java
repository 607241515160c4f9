package io.minsheng.evaluation.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.evaluation.ExtensionForm;
import io.minsheng.evaluation.Opinions;
import io.minsheng.evaluation.RoundView;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.TaskView;
import io.minsheng.proposal.view.ViewTask;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page on which the chief gives a department more time, or says why not. */
@Path("/staff/tasks/extension/{id}")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class ExtensionPages {

    private static final String QUEUE = "EXTENSION";

    private final ViewTask viewTask;
    private final Opinions opinions;
    private final EvaluationChoices choices;
    private final CompleteWorkItem complete;
    private final PublicUrl url;
    private final CurrentActor actor;

    ExtensionPages(ViewTask viewTask, Opinions opinions, EvaluationChoices choices, CompleteWorkItem complete,
            PublicUrl url, CurrentActor actor) {
        this.viewTask = viewTask;
        this.opinions = opinions;
        this.choices = choices;
        this.complete = complete;
        this.url = url;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "evaluation")
    static class Templates {
        static native TemplateInstance extension(TaskView task, EvaluationChoices.Lists choices, List<RoundView> rounds,
                Posted form, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Transactional
    public TemplateInstance show(@PathParam("id") String id) {
        return page(id, Posted.none(), FormErrors.none(), actor.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response judge(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        Actor by = actor.get();
        viewTask.view(id, QUEUE, by);
        try {
            complete.completeForm(id, new ExtensionForm(form.at("outcome"), form.at("reason")), by);
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return Response.status(400).entity(page(id, form, FormErrors.of(refusal), by)).build();
        }
        return url.goTo("/staff?done=" + id);
    }

    private TemplateInstance page(String id, Posted form, FormErrors errors, Actor by) {
        TaskView task = viewTask.view(id, QUEUE, by);
        return Templates.extension(task, choices.of(task.view().campaign()), opinions.of(task.item().caseNumber(), by), form,
                errors);
    }
}
