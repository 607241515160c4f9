package io.minsheng.publication.answer.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.campaign.Campaign;
import io.minsheng.campaign.Campaigns;
import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Paging;
import io.minsheng.platform.web.Posted;
import io.minsheng.proposal.Disposition;
import io.minsheng.publication.answer.AnswerInBulk;
import io.minsheng.publication.answer.AnswerInBulk.Action;
import io.minsheng.publication.answer.AnswerInBulk.Outcome;
import io.minsheng.publication.answer.AnswerInBulk.What;
import io.minsheng.publication.answer.AnswerState;
import io.minsheng.publication.answer.PlanAnswers;
import io.minsheng.publication.answer.PlanAnswers.Plan;
import io.minsheng.publication.answer.PrintAnswer;
import io.minsheng.publication.answer.StopAnswer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * 批量答复与试运行: who would get which answer by which way and what is missing; drafting, signing and stopping many at once; all
 * letters that are due on paper.
 */
@Path("/staff/answers/batch/{campaign}")
@RolesAllowed({ "TRIAGE", "CHIEF" })
public class BatchPages {

    private static final int SIZE = 100;

    private final PlanAnswers planAnswers;
    private final AnswerInBulk bulk;
    private final StopAnswer stopAnswer;
    private final PrintAnswer printAnswer;
    private final Campaigns campaigns;
    private final CurrentActor actor;
    private final InstantSource clock;

    BatchPages(PlanAnswers planAnswers, AnswerInBulk bulk, StopAnswer stopAnswer, PrintAnswer printAnswer,
            Campaigns campaigns, CurrentActor actor, InstantSource clock) {
        this.planAnswers = planAnswers;
        this.bulk = bulk;
        this.stopAnswer = stopAnswer;
        this.printAnswer = printAnswer;
        this.campaigns = campaigns;
        this.actor = actor;
        this.clock = clock;
    }

    /** What the page shows. */
    public record View(Campaign campaign, Plan plan, String state, String disposition, List<AnswerState> states,
            List<Disposition> dispositions, List<Outcome> outcomes, String username, String href) {
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance batch(View view, Posted form, FormErrors errors);

        static native TemplateInstance letters(List<PrintAnswer.Sheet> sheets, String campaign, String today);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@PathParam("campaign") String campaign, @QueryParam("state") String state,
            @QueryParam("disposition") String disposition, @QueryParam("page") Integer page) {
        return page(campaign, state, disposition, page, List.of(), Posted.none(), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("campaign") String campaign, MultivaluedMap<String, String> form) {
        String state = form.getFirst("state");
        String disposition = form.getFirst("disposition");
        try {
            List<Outcome> outcomes = bulk.act(campaign, form.get("ids"), what(form), actor.get());
            return Html.page(200, page(campaign, state, disposition, null, outcomes, Posted.none(), FormErrors.none()));
        } catch (Refusal refusal) {
            return Html.page(refusal.status(), page(campaign, state, disposition, number(form.getFirst("page")), List.of(),
                    Posted.of(form), FormErrors.of(refusal)));
        }
    }

    @POST
    @Path("/{id}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop(@PathParam("campaign") String campaign, @PathParam("id") String id,
            MultivaluedMap<String, String> form) {
        try {
            String caseNumber = stopAnswer.stop(campaign, id, form.getFirst("reason"), actor.get());
            return Html.page(200, page(campaign, "", "", null, List.of(new Outcome(id, caseNumber, 200, null)), Posted.none(),
                    FormErrors.none()));
        } catch (Refusal refusal) {
            return Html.page(refusal.status(), page(campaign, "HELD", "", null, List.of(), Posted.of(form),
                    refusal.violations().isEmpty() ? FormErrors.of(refusal)
                            : FormErrors.of(List.of(new Violation("stop-" + id,
                                    refusal.violations().get(0).message())))));
        }
    }

    /** All letters that are due, one for each sheet; printing them is a logged act for each. */
    @GET
    @Path("/letters")
    public TemplateInstance letters(@PathParam("campaign") String campaign) {
        return Templates.letters(printAnswer.printDue(campaign, actor.get()), campaign,
                Shanghai.date(clock.instant()).toString());
    }

    private static Integer number(String page) {
        return page != null && page.matches("\\d{1,6}") ? Integer.valueOf(page) : null;
    }

    private static What what(MultivaluedMap<String, String> form) {
        Action action = Stream.of(Action.values()).filter(each -> each.name().equals(form.getFirst("action"))).findFirst()
                .orElse(null);
        return new What(action, form.getFirst("text"), form.getFirst("reason"), minutes(form.getFirst("holdMinutes")),
                day(form.getFirst("on")), form.getFirst("note"));
    }

    static Integer minutes(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.matches("\\d{1,5}")) {
            throw Refusal.invalid("holdMinutes", "暂缓时间应为分钟数。");
        }
        return Integer.valueOf(typed);
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("on", "送达日期应写成 2024-12-20。");
        }
    }

    private TemplateInstance page(String campaign, String state, String disposition, Integer page, List<Outcome> outcomes,
            Posted form, FormErrors errors) {
        AnswerState wanted = Choices.one(AnswerState.values(), state, "state");
        Disposition ended = Choices.one(Disposition.values(), disposition, "disposition");
        Plan plan = planAnswers.of(campaign, wanted, ended, Paging.of(page, SIZE, null, Map.of("id", "id"), "id,asc"));
        return Templates.batch(new View(campaigns.byCode(campaign), plan, wanted == null ? "" : wanted.name(),
                ended == null ? "" : ended.name(),
                List.of(AnswerState.DRAFTING, AnswerState.RETURNED, AnswerState.DRAFTED, AnswerState.HELD),
                Arrays.stream(Disposition.values()).filter(each -> each != Disposition.MERGED).toList(), outcomes,
                actor.get().username(), "/staff/answers/batch/" + campaign + "?state=" + (wanted == null ? "" : wanted)
                        + "&disposition=" + (ended == null ? "" : ended) + "&"),
                form, errors);
    }
}
