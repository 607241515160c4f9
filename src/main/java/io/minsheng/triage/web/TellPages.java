package io.minsheng.triage.web;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

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
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.ToldBy;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.proposal.view.ViewCase;
import io.minsheng.triage.PrintQuestion;
import io.minsheng.triage.Telling;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A person calls or writes to an author whom no mail or message reaches, and says what came of it. */
@Path("/staff/tasks/tell/{id}")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class TellPages {

    private static final List<Choice> WAYS = Stream.of(ToldBy.values()).map(each -> new Choice(each.name(), each.words()))
            .toList();

    private final ShowTask showTask;
    private final ViewCase viewCase;
    private final CompleteWorkItem complete;
    private final PrintQuestion printQuestion;
    private final InstantSource clock;
    private final PublicUrl url;
    private final CurrentActor actor;

    TellPages(ShowTask showTask, ViewCase viewCase, CompleteWorkItem complete, PrintQuestion printQuestion,
            InstantSource clock, PublicUrl url, CurrentActor actor) {
        this.showTask = showTask;
        this.viewCase = viewCase;
        this.complete = complete;
        this.printQuestion = printQuestion;
        this.clock = clock;
        this.url = url;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "triage")
    static class Templates {
        static native TemplateInstance tell(TaskHead task, CaseView view, List<Choice> ways, Posted form, FormErrors errors);

        static native TemplateInstance questionLetter(PrintQuestion.Sheet sheet, String task);

        private Templates() {
        }
    }

    @GET
    public Response show(@PathParam("id") String id) {
        TaskHead task = showTask.head(id, "REVIEW", "TELL", actor.get());
        return task.open() ? page(200, task, Posted.none(), FormErrors.none()) : url.goTo("/staff/cases/" + task.subjectId());
    }

    /** The question as a letter, which shows name and address. */
    @GET
    @Path("/letter")
    public TemplateInstance letter(@PathParam("id") String id) {
        TaskHead task = showTask.head(id, "REVIEW", "TELL", actor.get());
        return Templates.questionLetter(printQuestion.print(task.subjectId(), actor.get()), id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tell(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        TaskHead task = showTask.head(id, "REVIEW", "TELL", actor.get());
        Posted form = Posted.of(fields);
        try {
            complete.completeForm(id, read(form), actor.get());
            return url.goTo("/staff?done=" + id);
        } catch (Refusal refusal) {
            if (!task.mine()) {
                throw refusal;
            }
            return page(refusal.status(), task, form, FormErrors.of(refusal));
        }
    }

    private static Telling read(Posted form) {
        String outcome = form.at("outcome");
        if ("UNREACHABLE".equals(outcome)) {
            return new Telling(outcome, null, null, null, null, form.at("reason"));
        }
        ToldBy way = Stream.of(ToldBy.values()).filter(each -> each.name().equals(form.at("way"))).findFirst().orElse(null);
        // one form with two buttons: what was typed as an answer is one
        return form.at("answer") == null ? new Telling(outcome, form.day("on"), way, form.at("note"), null, null)
                : new Telling("ANSWERED", form.day("on"), way, form.at("note"), form.at("answer"), null);
    }

    private Response page(int status, TaskHead task, Posted form, FormErrors errors) {
        CaseView view = viewCase.view(task.subjectId(), actor.get());
        form.orElse("on", Shanghai.date(clock.instant()).toString()).orElse("way", ToldBy.PHONE.name());
        return Html.page(status, Templates.tell(task, view, WAYS, form, errors));
    }
}
