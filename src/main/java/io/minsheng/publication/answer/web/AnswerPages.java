package io.minsheng.publication.answer.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.proposal.view.ViewCase;
import io.minsheng.publication.Judgement;
import io.minsheng.publication.answer.AnswerDraft;
import io.minsheng.publication.answer.AnswerView;
import io.minsheng.publication.answer.Delivery;
import io.minsheng.publication.answer.ViewAnswer;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Drafts an answer with its exact preview, releases it or gives it back, records its delivery by hand. */
@Path("/staff/tasks/answer")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class AnswerPages {

    private final ShowTask showTask;
    private final ViewAnswer viewAnswer;
    private final ViewCase viewCase;
    private final CompleteWorkItem completeWorkItem;
    private final CurrentActor actor;
    private final PublicUrl url;
    private final InstantSource clock;

    AnswerPages(ShowTask showTask, ViewAnswer viewAnswer, ViewCase viewCase, CompleteWorkItem completeWorkItem,
            CurrentActor actor, PublicUrl url, InstantSource clock) {
        this.showTask = showTask;
        this.viewAnswer = viewAnswer;
        this.viewCase = viewCase;
        this.completeWorkItem = completeWorkItem;
        this.actor = actor;
        this.url = url;
        this.clock = clock;
    }

    /** The form as typed; which fields there are depends on the step. */
    record Typed(String way, String reason, String on, String note, String holdMinutes) {
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance answer(TaskHead task, AnswerView answer, CaseView view, Typed typed, boolean own,
                FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        TaskHead task = showTask.head(id, "ANSWER", actor.get());
        AnswerView answer = viewAnswer.ofCase(task.subjectId(), null);
        Typed asItIs = new Typed(answer.row().way() == null ? "" : answer.row().way().name(), "",
                Shanghai.date(clock.instant()).toString(), "", "");
        return page(200, task, answer, asItIs, FormErrors.none());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        TaskHead task = showTask.head(id, "ANSWER", actor.get());
        Typed typed = new Typed(form.getFirst("way"), form.getFirst("reason"), form.getFirst("on"), form.getFirst("note"),
                form.getFirst("holdMinutes"));
        String text = form.getFirst("text");
        if ("PREVIEW".equals(form.getFirst("outcome"))) {
            return page(200, task, viewAnswer.ofCase(task.subjectId(), text), typed, FormErrors.none());
        }
        try {
            completeWorkItem.completeForm(id, form(task, form.getFirst("outcome"), text, typed), actor.get());
            return url.goTo("/staff?done=" + id);
        } catch (Refusal refusal) {
            if (!task.mine()) {
                throw refusal;
            }
            return page(refusal.status(), task, viewAnswer.ofCase(task.subjectId(), text), typed, FormErrors.of(refusal));
        }
    }

    private static Object form(TaskHead task, String outcome, String text, Typed typed) {
        return switch (task.step()) {
            case "DRAFT" -> new AnswerDraft("SUBMIT", text, typed.way());
            case "RELEASE" -> new Judgement(outcome, typed.reason(), BatchPages.minutes(typed.holdMinutes()));
            default -> new Delivery("DONE", day(typed.on()), typed.note());
        };
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("on", "送达日期应写成 2024-12-20。");
        }
    }

    private Response page(int status, TaskHead task, AnswerView answer, Typed typed, FormErrors errors) {
        CaseView view = viewCase.view(task.subjectId(), actor.get());
        boolean own = actor.get().username().equals(answer.row().drafting().draftedBy());
        return Html.page(status, Templates.answer(task, answer, view, typed, own, errors));
    }
}
