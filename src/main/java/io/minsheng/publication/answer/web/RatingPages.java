package io.minsheng.publication.answer.web;

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
import io.minsheng.publication.answer.RatingJudgement;
import io.minsheng.publication.answer.ViewRating;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A person reads a bad rating with the answer and the case, and decides: handle it again, or let the result stand. */
@Path("/staff/tasks/rating")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class RatingPages {

    private final ShowTask showTask;
    private final ViewRating viewRating;
    private final ViewCase viewCase;
    private final CompleteWorkItem completeWorkItem;
    private final CurrentActor actor;
    private final PublicUrl url;

    RatingPages(ShowTask showTask, ViewRating viewRating, ViewCase viewCase, CompleteWorkItem completeWorkItem,
            CurrentActor actor, PublicUrl url) {
        this.showTask = showTask;
        this.viewRating = viewRating;
        this.viewCase = viewCase;
        this.completeWorkItem = completeWorkItem;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance rating(TaskHead task, CaseView view, ViewRating.Rated rated, String reason,
                FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        TaskHead task = showTask.head(id, "REVIEW", "RATING", actor.get());
        return task.open() ? page(200, task, "", FormErrors.none()) : url.goTo("/staff/cases/" + task.subjectId());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response judge(@PathParam("id") String id, @RestForm String outcome, @RestForm String reason) {
        TaskHead task = showTask.head(id, "REVIEW", "RATING", actor.get());
        try {
            completeWorkItem.completeForm(id, new RatingJudgement(outcome, reason), actor.get());
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
        return Html.page(status, Templates.rating(task, view, viewRating.undecided(task.subjectId()), reason, errors));
    }
}
