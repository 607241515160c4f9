package io.minsheng.intake.mail.web;

import java.net.URI;
import java.util.List;

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
import io.minsheng.intake.mail.DecideMessage;
import io.minsheng.intake.mail.MailChoices;
import io.minsheng.intake.mail.ReviewForm;
import io.minsheng.intake.mail.ShowReview;
import io.minsheng.intake.mail.ViewMessages;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A mail that the machine leaves to a person: read it, then make a case, attach it, or let it rest. */
@Path("/staff/tasks/review")
@RolesAllowed("TRIAGE")
public class ReviewPages {

    private final ShowReview showReview;
    private final ViewMessages view;
    private final MailChoices choices;
    private final DecideMessage decide;
    private final CurrentActor actor;
    private final PublicUrl url;

    ReviewPages(ShowReview showReview, ViewMessages view, MailChoices choices, DecideMessage decide, CurrentActor actor,
            PublicUrl url) {
        this.showReview = showReview;
        this.view = view;
        this.choices = choices;
        this.decide = decide;
        this.actor = actor;
        this.url = url;
    }

    /** The lists of the form. */
    public record Lists(List<Choice> categories, List<Choice> townships, List<TypedCase.Part> parts) {
    }

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance review(ShowReview.Head task, ViewMessages.Full message, TypedCase typed, Lists lists,
                FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        ShowReview.Head task = showReview.head(id, actor.get());
        ViewMessages.Full message = view.full(task.messageId(), actor.get());
        return page(200, task, message, TypedCase.of(message.suggestions()), FormErrors.none());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response settle(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        ShowReview.Head task = showReview.head(id, actor.get());
        TypedCase typed = TypedCase.of(sent);
        ReviewForm form = typed.form();
        try {
            if (!task.open()) {
                throw Refusal.conflict("这项任务已经办结。");
            }
            decide.decide(task.messageId(), form, actor.get());
        } catch (Refusal refusal) {
            return page(refusal.status(), task, view.full(task.messageId(), actor.get()), typed, typed.errors(refusal));
        }
        return Response.seeOther(URI.create(url.root() + "/staff?done=" + id)).build();
    }

    private Response page(int status, ShowReview.Head task, ViewMessages.Full message, TypedCase typed, FormErrors errors) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.review(task, message, typed, new Lists(choices.categories(),
                        choices.townships(), TypedCase.parts(message.suggestions())), errors))
                .build();
    }
}
