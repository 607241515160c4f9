package io.minsheng.tracking.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.proposal.view.ViewCase;
import io.minsheng.tracking.DataRequestAnswer;
import io.minsheng.tracking.ViewDataRequest;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The head of the office answers what somebody asks about the own data. */
@Path("/staff/tasks/person")
@RolesAllowed({ "CHIEF", "TRIAGE" })
public class DataRequestPages {

    private final ShowTask showTask;
    private final ViewDataRequest viewRequest;
    private final ViewCase viewCase;
    private final CompleteWorkItem completeWorkItem;
    private final CurrentActor actor;
    private final PublicUrl url;

    DataRequestPages(ShowTask showTask, ViewDataRequest viewRequest, ViewCase viewCase, CompleteWorkItem completeWorkItem,
            CurrentActor actor, PublicUrl url) {
        this.showTask = showTask;
        this.viewRequest = viewRequest;
        this.viewCase = viewCase;
        this.completeWorkItem = completeWorkItem;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "tracking")
    static class Templates {
        static native TemplateInstance request(TaskHead task, CaseView view, ViewDataRequest.Asked asked, String reason,
                FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        TaskHead task = showTask.head(id, "REVIEW", "PERSON", actor.get());
        return task.open() ? page(200, task, "", FormErrors.none()) : url.goTo("/staff/cases/" + task.subjectId());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") String id, @RestForm String outcome, @RestForm String reason) {
        TaskHead task = showTask.head(id, "REVIEW", "PERSON", actor.get());
        try {
            completeWorkItem.completeForm(id, new DataRequestAnswer(outcome, reason), actor.get());
            return url.goTo("/staff?done=" + id);
        } catch (Refusal refusal) {
            if (!task.mine()) {
                throw refusal;
            }
            return page(refusal.status(), task, reason == null ? "" : reason, FormErrors.of(refusal));
        }
    }

    private Response page(int status, TaskHead task, String reason, FormErrors errors) {
        CaseView view = viewCase.view(task.subjectId(), actor.get());
        return Html.page(status, Templates.request(task, view, viewRequest.ofTask(task.id(), actor.get()), reason, errors));
    }
}
