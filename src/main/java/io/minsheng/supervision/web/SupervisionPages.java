package io.minsheng.supervision.web;

import java.time.DateTimeException;
import java.time.LocalDate;

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

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.supervision.InterviewForm;
import io.minsheng.supervision.NoticeForm;
import io.minsheng.supervision.ReplyForm;
import io.minsheng.supervision.SupervisionView;
import io.minsheng.supervision.ViewSupervision;
import io.minsheng.workflow.CompleteWorkItem;
import io.minsheng.workflow.WorkItems;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The task page of 督办: notice, reply or interview. */
@Path("/staff/tasks/supervision/{id}")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class SupervisionPages {

    private static final String QUEUE = "SUPERVISION";

    private final ShowTask showTask;
    private final WorkItems items;
    private final ViewSupervision viewSupervision;
    private final CompleteWorkItem complete;
    private final CurrentActor actor;
    private final PublicUrl url;

    SupervisionPages(ShowTask showTask, WorkItems items, ViewSupervision viewSupervision, CompleteWorkItem complete,
            CurrentActor actor, PublicUrl url) {
        this.showTask = showTask;
        this.items = items;
        this.viewSupervision = viewSupervision;
        this.complete = complete;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "supervision")
    static class Templates {

        static native TemplateInstance task(TaskHead task, SupervisionView supervision, Posted form, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Transactional
    public TemplateInstance show(@PathParam("id") String id) {
        return page(showTask.head(id, QUEUE, actor.get()), Posted.none(), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        TaskHead task = showTask.head(id, QUEUE, actor.get());
        Posted form = Posted.of(fields);
        try {
            complete.completeForm(id, read(task.step(), form), actor.get());
            return url.goTo("/staff?done=" + id);
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return Response.status(400).entity(page(task, form, FormErrors.of(refusal))).build();
        }
    }

    private static Object read(String step, Posted form) {
        String outcome = form.at("outcome");
        return switch (step) {
            case "NOTICE" -> new NoticeForm(outcome, day(form.at("dueOn")), form.at("text"), form.at("reason"));
            case "REPLY" -> new ReplyForm(outcome, form.at("text"));
            default -> new InterviewForm(outcome, form.at("reason"));
        };
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Refusal.invalid("dueOn", "回复期限应写成 2025-03-31。");
        }
    }

    private TemplateInstance page(TaskHead task, Posted form, FormErrors errors) {
        return Templates.task(task, viewSupervision.ofTask(items.visibleTo(task.id(), actor.get()), actor.get()), form, errors);
    }
}
