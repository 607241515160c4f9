package io.minsheng.evaluation.web;

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

import io.minsheng.evaluation.ConclusionForm;
import io.minsheng.evaluation.RoundView;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.CandidateItems;
import io.minsheng.proposal.view.TaskView;
import io.minsheng.proposal.view.ViewTask;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page on which the office weighs all opinions; one form per outcome, chosen by tabs. */
@Path("/staff/tasks/conclusion/{id}")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class ConclusionPages {

    private static final String QUEUE = "CONCLUSION";
    private static final List<Choice> TABS = List.of(new Choice("SHORTLIST", "列入备选"),
            new Choice("NOT_ADOPT", "不纳入"), new Choice("RESERVE", "留作储备"), new Choice("RE_EVALUATE", "重新评估"));

    private final ViewTask viewTask;
    private final CompleteWorkItem complete;
    private final EvaluationChoices choices;
    private final CandidateItems candidates;
    private final PublicUrl url;
    private final CurrentActor actor;

    ConclusionPages(ViewTask viewTask, CompleteWorkItem complete, EvaluationChoices choices, CandidateItems candidates,
            PublicUrl url, CurrentActor actor) {
        this.viewTask = viewTask;
        this.complete = complete;
        this.choices = choices;
        this.candidates = candidates;
        this.url = url;
        this.actor = actor;
    }

    @CheckedTemplate(basePath = "evaluation")
    static class Templates {
        static native TemplateInstance conclusion(TaskView task, List<Choice> tabs, String tab, Posted form,
                FormErrors errors, EvaluationChoices.Lists choices, List<RoundView> rounds, List<Choice> items);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("id") String id,
            @DefaultValue("SHORTLIST") @QueryParam("outcome") String outcome) {
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
            complete.completeForm(id, read(form), by);
        } catch (Refusal refusal) {
            if (refusal.status() != 400 && refusal.status() != 409 || !viewTask.view(id, QUEUE, by).mine()) {
                throw refusal;
            }
            return Response.status(refusal.status()).entity(page(id, form.at("outcome"), form, FormErrors.of(refusal), by))
                    .build();
        }
        return url.goTo("/staff?done=" + id);
    }

    /** A page that was sent without a ticked assistant means none; a call without the field means those of the last round. */
    private static ConclusionForm read(Posted form) {
        List<String> ticked = form.all("assistDepartments");
        boolean again = "RE_EVALUATE".equals(form.at("outcome"));
        return new ConclusionForm(form.at("outcome"), form.at("item"), form.at("reason"), form.at("answer"),
                form.at("leadDepartment"), again && ticked == null ? List.of() : ticked);
    }

    private TemplateInstance page(String id, String outcome, Posted form, FormErrors errors, Actor by) {
        TaskView task = viewTask.view(id, QUEUE, by);
        List<RoundView> rounds = choices.rounds(task, by);
        String tab = TABS.stream().map(Choice::code).filter(each -> each.equals(outcome)).findFirst().orElse("SHORTLIST");
        if (!form.sent("outcome")) {
            fillIn(form, rounds);
        }
        return Templates.conclusion(task, TABS, tab, form, errors, choices.of(task.view().campaign()), rounds,
                candidates.waiting(task.view().campaign()).stream()
                        .map(each -> new Choice(each.id(), each.title() + "（已有 " + each.cases() + " 条建议）")).toList());
    }

    /** Another round begins with the departments of the last one. */
    private static void fillIn(Posted form, List<RoundView> rounds) {
        if (!rounds.isEmpty()) {
            rounds.get(rounds.size() - 1).parts().forEach(part -> {
                if (part.lead()) {
                    form.orElse("leadDepartment", part.organisation());
                } else {
                    form.add("assistDepartments", part.organisation());
                }
            });
        }
    }
}
