package io.minsheng.intake.mail.web;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.mail.CompareWithCases;
import io.minsheng.intake.mail.DecideMessage;
import io.minsheng.intake.mail.MailChoices;
import io.minsheng.intake.mail.ReviewForm;
import io.minsheng.intake.mail.ShowReview;
import io.minsheng.intake.mail.ViewMessages;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.SimilarCases.Similar;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A mail that the machine leaves to a person: read it, then make a case, attach it, or let it rest. */
@Path("/staff/tasks/review")
@RolesAllowed("TRIAGE")
public class ReviewPages {

    private final ShowReview showReview;
    private final ViewMessages view;
    private final MailChoices choices;
    private final CompareWithCases compare;
    private final DecideMessage decide;
    private final CurrentActor actor;
    private final PublicUrl url;

    ReviewPages(ShowReview showReview, ViewMessages view, MailChoices choices, CompareWithCases compare, DecideMessage decide,
            CurrentActor actor, PublicUrl url) {
        this.showReview = showReview;
        this.view = view;
        this.choices = choices;
        this.compare = compare;
        this.decide = decide;
        this.actor = actor;
        this.url = url;
    }

    /** The lists of the form. */
    public record Lists(List<Choice> categories, List<Choice> townships, List<TypedCase.Part> parts) {
    }

    /**
     * The cases like one of the suggestions.
     *
     * @param task id of the review task
     * @param part which suggestion, counted from 1
     */
    public record Looked(String task, int part, List<Similar> found) {

        /** Which of several, in words; null for the first. */
        public String about() {
            return part < 2 ? null : "第 " + part + " 条";
        }

        /** Where the form goes that puts one of the cases into the field for its number. */
        public String into() {
            return "/staff/tasks/review/" + task + "#caseNumber";
        }
    }

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance review(ShowReview.Head task, ViewMessages.Full message, TypedCase typed, Lists lists,
                Looked looked, FormErrors errors);

        static native TemplateInstance similar(Looked looked);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        ShowReview.Head task = showReview.head(id, actor.get());
        ViewMessages.Full message = view.full(task.messageId(), actor.get());
        return page(200, task, message, TypedCase.of(message.suggestions()), null, FormErrors.none());
    }

    /** The part of the page that says which cases are alike, fetched when it is looked at and after what is typed. */
    @POST
    @Path("/{id}/similar")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance similar(@PathParam("id") String id, @QueryParam("part") @DefaultValue("1") int part,
            MultivaluedMap<String, String> sent) {
        return Templates.similar(looked(showReview.head(id, actor.get()), part, TypedCase.of(sent)));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        ShowReview.Head task = showReview.head(id, actor.get());
        TypedCase typed = TypedCase.of(sent);
        if (typed.asksForSimilarTo() != null || typed.onlyChooses()) {
            return again(task, typed);
        }
        ReviewForm form = typed.form();
        try {
            if (!task.open()) {
                throw Refusal.conflict("这项任务已经办结。");
            }
            decide.decide(task.messageId(), form, actor.get());
        } catch (Refusal refusal) {
            if (!task.mine() && !task.claimable()) {
                throw refusal;
            }
            return page(refusal.status(), task, view.full(task.messageId(), actor.get()), typed, null, typed.errors(refusal));
        }
        return url.goTo("/staff?done=" + id);
    }

    /** The page with all that was typed; nothing is decided. */
    private Response again(ShowReview.Head task, TypedCase typed) {
        ViewMessages.Full message = view.full(task.messageId(), actor.get());
        return typed.onlyChooses() ? page(200, task, message, typed.chosen(), null, FormErrors.none())
                : page(200, task, message, typed, looked(task, typed.asksForSimilarTo(), typed), FormErrors.none());
    }

    private Looked looked(ShowReview.Head task, int part, TypedCase typed) {
        return new Looked(task.id(), part, compare.toText(typed.at(part, "title"), typed.at(part, "content"), actor.get()));
    }

    private Response page(int status, ShowReview.Head task, ViewMessages.Full message, TypedCase typed, Looked looked,
            FormErrors errors) {
        return Html.page(status, Templates.review(task, message, typed, new Lists(choices.categories(),
                choices.townships(), TypedCase.parts(message.suggestions())), looked, errors));
    }
}
