package io.minsheng.publication.web;

import java.net.URI;
import java.util.List;

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
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.ShowTask;
import io.minsheng.proposal.TaskHead;
import io.minsheng.publication.Judgement;
import io.minsheng.publication.PreparePublication;
import io.minsheng.publication.PreparePublication.Prepared;
import io.minsheng.publication.PublicationDraft;
import io.minsheng.publication.PublishedLists.PublishedList;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Drafts the publication of a list; a second person sees exactly what everyone will see, and releases it or gives it back. */
@Path("/staff/tasks/publication")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class PublicationPages {

    private final ShowTask showTask;
    private final PreparePublication prepare;
    private final CompleteWorkItem completeWorkItem;
    private final CurrentActor actor;
    private final PublicUrl url;

    PublicationPages(ShowTask showTask, PreparePublication prepare, CompleteWorkItem completeWorkItem, CurrentActor actor,
            PublicUrl url) {
        this.showTask = showTask;
        this.prepare = prepare;
        this.completeWorkItem = completeWorkItem;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance draft(TaskHead task, Prepared prepared, PublishedList preview, FormErrors errors);

        static native TemplateInstance release(TaskHead task, Prepared prepared, PublishedList preview,
                List<Violation> personal, boolean own, String reason, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        TaskHead task = showTask.head(id, "PUBLICATION", actor.get());
        if (!task.open()) {
            return to("/staff/lists/" + task.subjectId());
        }
        return "DRAFT".equals(task.step()) ? draft(200, task, prepare.of(task.subjectId()), FormErrors.none())
                : release(200, task, "", FormErrors.none());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("id") String id, @RestForm String outcome, @RestForm String title, @RestForm String text,
            @RestForm String reason) {
        TaskHead task = showTask.head(id, "PUBLICATION", actor.get());
        return "DRAFT".equals(task.step()) ? submit(task, outcome, title, text) : judge(task, outcome, reason);
    }

    private Response submit(TaskHead task, String outcome, String title, String text) {
        Prepared typed = prepare.of(task.subjectId()).with(title, text);
        List<Violation> personal = prepare.personalData(task.subjectId(), title, text);
        if (!personal.isEmpty()) {
            return draft(400, task, typed, FormErrors.of(personal));
        }
        if ("PREVIEW".equals(outcome)) {
            return draft(200, task, typed, FormErrors.none());
        }
        try {
            completeWorkItem.completeForm(task.id(), new PublicationDraft("SUBMIT", title, text), actor.get());
            return to("/staff?done=" + task.id());
        } catch (Refusal refusal) {
            return draft(refusal.status(), task, typed, FormErrors.of(refusal));
        }
    }

    private Response judge(TaskHead task, String outcome, String reason) {
        try {
            completeWorkItem.completeForm(task.id(), new Judgement(outcome, reason), actor.get());
            return to("RELEASE".equals(outcome) ? "/staff/lists/" + task.subjectId() : "/staff?done=" + task.id());
        } catch (Refusal refusal) {
            return release(refusal.status(), task, reason, FormErrors.of(refusal));
        }
    }

    private Response draft(int status, TaskHead task, Prepared prepared, FormErrors errors) {
        return html(status, Templates.draft(task, prepared, prepare.preview(task.subjectId(), prepared), errors));
    }

    private Response release(int status, TaskHead task, String reason, FormErrors errors) {
        Prepared prepared = prepare.of(task.subjectId());
        return html(status, Templates.release(task, prepared, prepare.preview(task.subjectId(), prepared),
                prepare.personalData(task.subjectId(), prepared.title(), prepared.text()),
                actor.get().username().equals(prepared.draftedBy()), reason == null ? "" : reason, errors));
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(page).build();
    }

    private Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER).location(URI.create(url.root() + path)).build();
    }
}
