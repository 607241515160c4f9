package io.minsheng.decision.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.decision.DecisionForm;
import io.minsheng.decision.DecisionForm.ItemResult;
import io.minsheng.decision.ListState;
import io.minsheng.decision.ListView;
import io.minsheng.decision.ProposedResults;
import io.minsheng.decision.ProposedResults.Proposed;
import io.minsheng.decision.Result;
import io.minsheng.decision.ViewList;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Writes down what the district decided about a frozen list. */
@Path("/staff/tasks/decision")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class DecisionPages {

    private final ShowTask showTask;
    private final ViewList viewList;
    private final ProposedResults proposed;
    private final CompleteWorkItem completeWorkItem;
    private final CurrentActor actor;
    private final PublicUrl url;
    private final InstantSource clock;

    DecisionPages(ShowTask showTask, ViewList viewList, ProposedResults proposed, CompleteWorkItem completeWorkItem,
            CurrentActor actor, PublicUrl url, InstantSource clock) {
        this.showTask = showTask;
        this.viewList = viewList;
        this.proposed = proposed;
        this.completeWorkItem = completeWorkItem;
        this.actor = actor;
        this.url = url;
        this.clock = clock;
    }

    /** The form as typed. */
    record Typed(String body, String meeting, String decidedOn, String documentNumber, List<Row> rows) {
    }

    /** One item and what is typed about it. */
    record Row(String at, ListView.Item item, String result, String reason) {
    }

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance decision(TaskHead task, ListView list, Typed typed, List<Choice> results,
                FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        TaskHead task = showTask.head(id, "DECISION", actor.get());
        ListView list = viewList.view(task.subjectId());
        if (!task.open() || list.state() != ListState.FROZEN) {
            return url.goTo("/staff/lists/" + list.id());
        }
        Typed blank = new Typed("", "", Shanghai.date(clock.instant()).toString(), "", proposed(list));
        return page(200, task, list, blank, FormErrors.none());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        TaskHead task = showTask.head(id, "DECISION", actor.get());
        ListView list = viewList.view(task.subjectId());
        Typed typed = new Typed(form.getFirst("body"), form.getFirst("meeting"), form.getFirst("decidedOn"),
                form.getFirst("documentNumber"), rows(list, form));
        try {
            completeWorkItem.completeForm(id, new DecisionForm("RECORD", typed.body(), typed.meeting(),
                    day(typed.decidedOn()), typed.documentNumber(), typed.rows().stream()
                            .map(each -> new ItemResult(each.item().id(), each.result(), each.reason())).toList()),
                    actor.get());
            return url.goTo("/staff/lists/" + list.id() + "?done=decided");
        } catch (Refusal refusal) {
            if (!task.mine()) {
                throw refusal;
            }
            return page(refusal.status(), task, list, typed, FormErrors.of(refusal));
        }
    }

    /** As a counted vote proposes it; blank without one. */
    private List<Row> proposed(ListView list) {
        Map<String, Proposed> results = proposed.of(list.id(), actor.get());
        List<Row> rows = new ArrayList<>();
        for (ListView.Item item : list.items()) {
            Proposed each = results.get(item.id());
            rows.add(new Row("results[" + rows.size() + "]", item, each == null ? "" : each.result().name(),
                    each == null || each.reason() == null ? "" : each.reason()));
        }
        return rows;
    }

    private static List<Row> rows(ListView list, MultivaluedMap<String, String> form) {
        List<Row> rows = new ArrayList<>();
        for (ListView.Item item : list.items()) {
            String at = "results[" + rows.size() + "]";
            rows.add(new Row(at, item, form.getFirst(at + ".result"), form.getFirst(at + ".reason")));
        }
        return rows;
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("decidedOn", "决定日期应写成 2024-12-20。");
        }
    }

    private Response page(int status, TaskHead task, ListView list, Typed typed, FormErrors errors) {
        List<Choice> results = Arrays.stream(Result.values()).map(each -> new Choice(each.name(), each.label())).toList();
        return Html.page(status, Templates.decision(task, list, typed, results, errors));
    }
}
