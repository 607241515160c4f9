package io.minsheng.publication.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import io.minsheng.decision.ListView;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.publication.PrepareRedaction;
import io.minsheng.publication.PrepareRedaction.Waiting;
import io.minsheng.publication.RedactionJudgement;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A second person blacks out what was asked for, or declines. */
@Path("/staff/tasks/redact")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class RedactPages {

    private final ShowTask showTask;
    private final PrepareRedaction prepare;
    private final CompleteWorkItem completeWorkItem;
    private final CurrentActor actor;
    private final PublicUrl url;

    RedactPages(ShowTask showTask, PrepareRedaction prepare, CompleteWorkItem completeWorkItem, CurrentActor actor,
            PublicUrl url) {
        this.showTask = showTask;
        this.prepare = prepare;
        this.completeWorkItem = completeWorkItem;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance redact(TaskHead task, ListView list, Waiting waiting, String reason, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        TaskHead task = showTask.head(id, "PUBLICATION", "REDACT", actor.get());
        return task.open() ? page(200, task, "", FormErrors.none()) : toList(task);
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("id") String id, @RestForm String outcome, @RestForm String reason) {
        TaskHead task = showTask.head(id, "PUBLICATION", "REDACT", actor.get());
        try {
            // the reason field is on the page beside both buttons; it belongs to one of them
            completeWorkItem.completeForm(task.id(),
                    new RedactionJudgement(outcome, "DECLINE".equals(outcome) ? reason : null), actor.get());
            return toList(task);
        } catch (Refusal refusal) {
            if (!task.mine()) {
                throw refusal;
            }
            return page(refusal.status(), task, reason == null ? "" : reason, FormErrors.of(refusal));
        }
    }

    private Response toList(TaskHead task) {
        return url.goTo("/staff/lists/" + task.subjectId() + "/redactions");
    }

    private Response page(int status, TaskHead task, String reason, FormErrors errors) {
        return Html.page(status, Templates.redact(task, prepare.list(task.subjectId()),
                prepare.waiting(task.subjectId(), actor.get()), reason, errors));
    }
}
