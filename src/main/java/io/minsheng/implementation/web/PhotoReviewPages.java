package io.minsheng.implementation.web;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
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
import io.minsheng.implementation.PhotoJudgement;
import io.minsheng.implementation.PhotoJudgement.Verdict;
import io.minsheng.implementation.ViewPhotos;
import io.minsheng.implementation.ViewProject;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Somebody of the office looks at the photos of a report, one by one, and says which of them everyone may see. */
@Path("/staff/tasks/photo/{id}")
@RolesAllowed({ "TRIAGE", "CHIEF" })
@Produces(MediaType.TEXT_HTML)
public class PhotoReviewPages {

    private static final List<Choice> VERDICTS = List.of(new Choice("PUBLIC", "可以公开"), new Choice("INTERNAL", "仅供内部"));

    private final ShowTask showTask;
    private final ViewProject viewProject;
    private final ViewPhotos viewPhotos;
    private final CompleteWorkItem complete;
    private final CurrentActor actor;
    private final PublicUrl url;

    PhotoReviewPages(ShowTask showTask, ViewProject viewProject, ViewPhotos viewPhotos, CompleteWorkItem complete,
            CurrentActor actor, PublicUrl url) {
        this.showTask = showTask;
        this.viewProject = viewProject;
        this.viewPhotos = viewPhotos;
        this.complete = complete;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "implementation")
    static class Templates {

        static native TemplateInstance review(TaskHead task, ViewProject.View project, List<Judged> photos,
                List<Choice> verdicts, Posted form, FormErrors errors);

        private Templates() {
        }
    }

    /**
     * A photo with what was typed about it.
     *
     * @param at how its fields begin
     */
    public record Judged(String at, ViewPhotos.Shown photo, String verdict, String reason) {
    }

    @GET
    public Response show(@PathParam("id") String id) {
        TaskHead task = head(id);
        return task.open() ? page(200, task, Posted.none(), List.of(), FormErrors.none())
                : url.goTo("/staff/projects/" + task.subjectId() + "#photos");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response judge(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        TaskHead task = head(id);
        Posted form = Posted.of(fields);
        List<Verdict> verdicts = verdicts(form);
        try {
            complete.completeForm(id, new PhotoJudgement("JUDGE", verdicts, "true".equals(form.at("seen"))), actor.get());
            return url.goTo("/staff?done=" + id);
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return page(400, task, form, verdicts, FormErrors.of(refusal));
        }
    }

    private TaskHead head(String id) {
        return showTask.head(id, "REVIEW", "PHOTO", actor.get());
    }

    private static List<Verdict> verdicts(Posted form) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String at = at(0); form.at(at + "id") != null; at = at(verdicts.size())) {
            verdicts.add(new Verdict(form.at(at + "id"), form.at(at + "verdict"), form.at(at + "reason")));
        }
        return verdicts;
    }

    private static String at(int index) {
        return "photos[" + index + "].";
    }

    private Response page(int status, TaskHead task, Posted form, List<Verdict> typed, FormErrors errors) {
        List<Judged> judged = new ArrayList<>();
        for (ViewPhotos.Shown each : viewPhotos.waiting(task.subjectId(), actor.get())) {
            Verdict said = typed.stream().filter(verdict -> verdict.id().equals(each.id())).findFirst()
                    .orElse(new Verdict(each.id(), null, null));
            judged.add(new Judged(at(judged.size()), each, said.verdict(), said.reason()));
        }
        return Response.status(status)
                .entity(Templates.review(task, viewProject.view(task.subjectId()), judged, VERDICTS, form, errors)).build();
    }
}
