package io.minsheng.implementation.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
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

import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import io.minsheng.identity.CurrentActor;
import io.minsheng.implementation.EditPhotos;
import io.minsheng.implementation.ProgressForm;
import io.minsheng.implementation.ProgressStatus;
import io.minsheng.implementation.ViewPhotos;
import io.minsheng.implementation.ViewProject;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Unreadable;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.Choice;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The page of a report: what was said last month stands beside it. Photos are kept as soon as they are sent, whatever else is
 * wrong, because no browser fills in a chosen file again.
 */
@Path("/staff/tasks/progress/{id}")
@RolesAllowed({ "DEPARTMENT", "TRIAGE", "CHIEF", "LEADER" })
@Produces(MediaType.TEXT_HTML)
public class ProgressPages {

    private final ShowTask showTask;
    private final ViewProject viewProject;
    private final ViewPhotos viewPhotos;
    private final SentPhotos sentPhotos;
    private final CompleteWorkItem complete;
    private final CurrentActor actor;
    private final PublicUrl url;

    ProgressPages(ShowTask showTask, ViewProject viewProject, ViewPhotos viewPhotos, SentPhotos sentPhotos,
            CompleteWorkItem complete, CurrentActor actor, PublicUrl url) {
        this.showTask = showTask;
        this.viewProject = viewProject;
        this.viewPhotos = viewPhotos;
        this.sentPhotos = sentPhotos;
        this.complete = complete;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "implementation")
    static class Templates {

        static native TemplateInstance task(TaskHead task, ViewProject.View project, List<ViewPhotos.Shown> photos,
                EditPhotos.Limits most, List<Choice> months, List<Choice> statuses, Posted form, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public Response show(@PathParam("id") String id) {
        TaskHead task = head(id);
        return task.open() ? page(200, task, Posted.none(), FormErrors.none())
                : url.goTo("/staff/projects/" + task.subjectId());
    }

    /** Without photos. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return report(head(id), Posted.of(fields));
    }

    /** With photos; {@code outcome} also UPLOAD, REMOVE-id. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response reportWithPhotos(@PathParam("id") String id, MultipartFormDataInput sent) {
        TaskHead task = head(id);
        PhotoForm form = PhotoForm.of(sent.getValues());
        FormErrors errors = sentPhotos.keep(id, form, actor.get());
        if (!errors.isEmpty() || !form.reports()) {
            return page(errors.isEmpty() ? 200 : 400, task, form.posted(), errors);
        }
        return report(task, form.posted());
    }

    private Response report(TaskHead task, Posted form) {
        List<Violation> unreadable = new ArrayList<>();
        ProgressForm said = new ProgressForm("REPORT", form.at("month"), form.at("status"), form.at("text"),
                form.amount("value", "完成数量", unreadable), form.amount("invested", "累计完成投资", unreadable));
        try {
            complete.completeForm(task.id(), said, new Unreadable(unreadable), actor.get());
            return url.goTo("/staff?done=" + task.id());
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return page(400, task, form, FormErrors.of(refusal));
        }
    }

    private TaskHead head(String id) {
        return showTask.head(id, "PROGRESS", actor.get());
    }

    private Response page(int status, TaskHead task, Posted form, FormErrors errors) {
        ViewProject.View project = viewProject.view(task.subjectId());
        List<YearMonth> open = project.openMonths();
        List<Choice> months = open.stream().map(each -> new Choice(each.toString(),
                each.getYear() + "年" + each.getMonthValue() + "月" + (project.isReported(each) ? "（更正）" : ""))).toList();
        List<Choice> statuses = Arrays.stream(ProgressStatus.values()).map(each -> new Choice(each.name(), each.label()))
                .toList();
        return Response.status(status).entity(Templates.task(task, project, viewPhotos.drafts(task.subjectId(), actor.get()),
                sentPhotos.limits(), months, statuses, form.orElse("month", open.get(0).toString()), errors)).build();
    }
}
