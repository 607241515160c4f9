package io.minsheng.triage.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Unreadable;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.MachineReadings;
import io.minsheng.proposal.view.CaseView;
import io.minsheng.proposal.view.TaskView;
import io.minsheng.proposal.view.ViewTask;
import io.minsheng.triage.CannedText;
import io.minsheng.triage.PreviewQuestion;
import io.minsheng.triage.PreviewQuestion.Preview;
import io.minsheng.triage.RouteCase.Route;
import io.minsheng.triage.TriageForm;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The triage page: the original on the left, on the right one form per outcome, chosen by tabs. Every button but the primary
 * one shows the page again with all that was typed.
 */
@Path("/staff/tasks/triage/{id}")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class TriagePages {

    private final ViewTask viewTask;
    private final CompleteWorkItem complete;
    private final TriageChoices choices;
    private final PreviewQuestion previewQuestion;
    private final ShowReadings readings;
    private final PublicUrl url;
    private final CurrentActor actor;

    TriagePages(ViewTask viewTask, CompleteWorkItem complete, TriageChoices choices, PreviewQuestion previewQuestion,
            ShowReadings readings, PublicUrl url, CurrentActor actor) {
        this.viewTask = viewTask;
        this.complete = complete;
        this.choices = choices;
        this.previewQuestion = previewQuestion;
        this.readings = readings;
        this.url = url;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "triage")
    static class Templates {
        static native TemplateInstance task(TaskView task, List<Tab> tabs, Tab tab, Posted form, FormErrors errors,
                TriageChoices.Lists choices, Route route, List<CannedText> canned, Preview preview,
                MachineReadings.Readings read);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("id") String id, @DefaultValue("ACCEPT") @QueryParam("outcome") String outcome) {
        return page(viewTask.view(id, "TRIAGE", actor.get()), Tab.of(outcome), Posted.none(), FormErrors.none(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        Actor by = actor.get();
        Tab tab = Tab.of(form.at("outcome"));
        if (form.tab() != null) {
            Tab other = Tab.of(form.tab());
            return again(id, other, form.turnedTo(other.code()), FormErrors.none(), null, by, 200);
        }
        try {
            if (form.at("canned") != null) {
                return again(id, tab, tab.withCanned(form, choices.canned(tab)), FormErrors.none(), null, by, 200);
            }
            if (form.at("suggested") != null || form.at("route") != null) {
                return again(id, tab, routed(form, viewTask.view(id, "TRIAGE", by).view()), FormErrors.none(), null, by, 200);
            }
            if (form.at("preview") != null) {
                TaskView task = viewTask.view(id, "TRIAGE", by);
                return again(id, tab, form, FormErrors.none(), previewQuestion.of(task.item().caseNumber(),
                        form.at("question"), form.number("workingDays")), by, 200);
            }
            List<Violation> unreadable = new ArrayList<>();
            TriageForm said = read(form, unreadable);
            complete.completeForm(id, said, new Unreadable(unreadable), by);
        } catch (Refusal refusal) {
            if (refusal.status() != 400 && refusal.status() != 409 || !viewTask.view(id, "TRIAGE", by).mine()) {
                throw refusal;
            }
            return again(id, tab, form, FormErrors.of(refusal), null, by, refusal.status());
        }
        return url.goTo("/staff?done=" + id);
    }

    private static TriageForm read(Posted form, List<Violation> unreadable) {
        return new TriageForm(form.at("outcome"), form.at("category"), form.at("leadDepartment"),
                form.all("assistDepartments"), form.at("publicTitle"), form.at("note"), form.at("question"),
                form.number("workingDays", "答复期限", unreadable), form.at("to"), form.at("reasonCode"), form.at("explanation"));
    }

    private Response again(String id, Tab tab, Posted form, FormErrors errors, Preview preview, Actor by, int status) {
        return Response.status(status).entity(page(viewTask.view(id, "TRIAGE", by), tab, form, errors, preview)).build();
    }

    /** With the chosen category, and with the departments that belong to it in the place of those typed. */
    private Posted routed(Posted form, CaseView view) {
        if (form.at("suggested") != null) {
            form.with("category", form.at("suggested"));
        }
        Route route = choices.route(view, form.at("category"));
        form.with("leadDepartment", route.lead() == null ? "" : route.lead()).with("assistDepartments", "");
        route.assistants().forEach(each -> form.add("assistDepartments", each));
        return form;
    }

    private TemplateInstance page(TaskView task, Tab tab, Posted form, FormErrors errors, Preview preview) {
        TriageChoices.Lists lists = choices.of(task.view().campaign());
        if (!form.sent("outcome")) {
            routed(form.with("category", task.view().words().category()), task.view());
        }
        form.orElse("workingDays", String.valueOf(lists.supplementDays()));
        return Templates.task(task, Tab.ALL, tab, form, errors, lists, choices.route(task.view(), form.at("category")),
                choices.canned(tab), preview, readings.of(task, actor.get()));
    }
}
