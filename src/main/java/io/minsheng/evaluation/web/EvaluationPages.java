package io.minsheng.evaluation.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.evaluation.AskExtension;
import io.minsheng.evaluation.RoundView;
import io.minsheng.evaluation.WaivePart;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.TaskView;
import io.minsheng.proposal.view.ViewTask;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The page on which a department evaluates or returns; the office sees it read only and may waive an overdue assistant. */
@Path("/staff/tasks/evaluation/{id}")
@RolesAllowed({ "DEPARTMENT", "TRIAGE", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class EvaluationPages {

    private static final String QUEUE = "EVALUATION";
    private static final Choice SUBMIT = new Choice("SUBMIT", "提交意见");
    private static final Choice RETURN = new Choice("RETURN", "退回");
    private static final Choice EXTEND = new Choice("EXTEND", "申请延期");

    private final ViewTask viewTask;
    private final CompleteWorkItem complete;
    private final WaivePart waivePart;
    private final AskExtension askExtension;
    private final EvaluationChoices choices;
    private final PublicUrl url;
    private final CurrentActor actor;

    EvaluationPages(ViewTask viewTask, CompleteWorkItem complete, WaivePart waivePart, AskExtension askExtension,
            EvaluationChoices choices, PublicUrl url, CurrentActor actor) {
        this.viewTask = viewTask;
        this.complete = complete;
        this.waivePart = waivePart;
        this.askExtension = askExtension;
        this.choices = choices;
        this.url = url;
        this.actor = actor;
    }

    /**
     * What the department may do.
     *
     * @param tab code of the one shown
     * @param returnUntil last day, in words
     * @param mayReturn whether that day has not passed
     * @param extensionDays how many working days it may ask for; 0 for none
     */
    @TemplateData
    public record Options(List<Choice> tabs, String tab, String returnUntil, boolean mayReturn, int extensionDays) {
    }

    @CheckedTemplate(basePath = "evaluation")
    static class Templates {
        static native TemplateInstance task(TaskView task, Options options, Posted form, FormErrors errors,
                EvaluationChoices.Lists choices, List<RoundView> rounds, boolean mayWaive);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("id") String id, @DefaultValue("SUBMIT") @QueryParam("outcome") String outcome) {
        return page(id, outcome, Posted.none(), FormErrors.none(), actor.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        Actor by = actor.get();
        if (form.tab() != null) {
            return Response.ok(page(id, form.tab(), form.turnedTo(form.tab()), FormErrors.none(), by)).build();
        }
        try {
            EvaluationChoices.Read read = choices.read(form, viewTask.view(id, QUEUE, by).view().campaign());
            complete.completeForm(id, read.form(), read.unreadable(), by);
        } catch (Refusal refusal) {
            if (!viewTask.view(id, QUEUE, by).mine()) {
                throw refusal;
            }
            return again(id, form.at("outcome"), form, refusal, by);
        }
        return done(id);
    }

    @POST
    @Path("/waive")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response waive(@PathParam("id") String id, @FormParam("reason") String reason) {
        Actor by = actor.get();
        try {
            waivePart.waive(id, reason, by);
        } catch (Refusal refusal) {
            return again(id, "SUBMIT", Posted.none().orElse("reason", reason), refusal, by);
        }
        return done(id);
    }

    @POST
    @Path("/extension")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response askExtension(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        Actor by = actor.get();
        try {
            askExtension.ask(id, form.at("reason"), by);
        } catch (Refusal refusal) {
            return again(id, EXTEND.code(), form, refusal, by);
        }
        return url.goTo("/staff/tasks/evaluation/" + id);
    }

    private Response done(String id) {
        return url.goTo("/staff?done=" + id);
    }

    private Response again(String id, String outcome, Posted form, Refusal refusal, Actor by) {
        if (refusal.status() != 400 && refusal.status() != 409) {
            throw refusal;
        }
        return Response.status(refusal.status()).entity(page(id, outcome, form, FormErrors.of(refusal), by)).build();
    }

    private TemplateInstance page(String id, String outcome, Posted form, FormErrors errors, Actor by) {
        TaskView task = viewTask.view(id, QUEUE, by);
        return Templates.task(task, options(task, outcome, by), form, errors, choices.of(task.view().campaign()),
                choices.rounds(task, by), waivePart.mayWaive(task.item(), by));
    }

    private Options options(TaskView task, String outcome, Actor by) {
        int days = askExtension.mayAsk(task.item(), by);
        List<Choice> tabs = days > 0 ? List.of(SUBMIT, RETURN, EXTEND) : List.of(SUBMIT, RETURN);
        return new Options(tabs, tabs.stream().map(Choice::code).filter(each -> each.equals(outcome)).findFirst()
                .orElse(SUBMIT.code()), choices.returnUntil(task), choices.mayReturn(task), days);
    }
}
