package io.minsheng.publication.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.proposal.view.ShowTask;
import io.minsheng.proposal.view.TaskHead;
import io.minsheng.publication.ClearFinding;
import io.minsheng.publication.EditAnnexes;
import io.minsheng.publication.Finding;
import io.minsheng.publication.Judgement;
import io.minsheng.publication.PreparePublication;
import io.minsheng.publication.PreparePublication.Change;
import io.minsheng.publication.PreparePublication.Prepared;
import io.minsheng.publication.PublicationDraft;
import io.minsheng.publication.PublishedLists.PublishedList;
import io.minsheng.publication.PublishedWords;
import io.minsheng.workflow.CompleteWorkItem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Drafts the publication of a list; a second person sees exactly what everyone will see, and releases it or gives it back. */
@Path("/staff/tasks/publication")
@RolesAllowed({ "TRIAGE", "CHIEF", "LEADER" })
public class PublicationPages {

    private final ShowTask showTask;
    private final PreparePublication prepare;
    private final EditAnnexes editAnnexes;
    private final ClearFinding clearFinding;
    private final CompleteWorkItem completeWorkItem;
    private final CurrentActor actor;
    private final PublicUrl url;

    PublicationPages(ShowTask showTask, PreparePublication prepare, EditAnnexes editAnnexes, ClearFinding clearFinding,
            CompleteWorkItem completeWorkItem, CurrentActor actor, PublicUrl url) {
        this.showTask = showTask;
        this.prepare = prepare;
        this.editAnnexes = editAnnexes;
        this.clearFinding = clearFinding;
        this.completeWorkItem = completeWorkItem;
        this.actor = actor;
        this.url = url;
    }

    /** The draft as typed; {@code outcome} also PREVIEW, UPLOAD, REMOVE-id. */
    record Typed(String outcome, String title, String text, String correction, Rows rows, boolean despite) {

        /** The draft is worked on; who drops it or gives it back does not want the file that is still chosen. */
        boolean goesOn() {
            return !"CANCEL".equals(outcome) && !"RETURN".equals(outcome);
        }

        PublicationDraft draft() {
            return new PublicationDraft("SUBMIT", title, text, correction, rows.words());
        }
    }

    /** The corrected rows as a form sends them: columns of equal length; all null where nothing is corrected. */
    record Rows(List<String> project, List<String> title, List<String> target, List<String> due) {

        List<PublishedWords> words() {
            if (project == null || project.isEmpty()) {
                return null;
            }
            if (title.size() != project.size() || target.size() != project.size() || due.size() != project.size()) {
                throw Refusal.invalid("rows", "提交的内容不完整，请刷新后重试。");
            }
            List<PublishedWords> words = new ArrayList<>();
            for (int i = 0; i < project.size(); i++) {
                words.add(new PublishedWords(project.get(i), title.get(i), target.get(i), due.get(i)));
            }
            return words;
        }
    }

    @CheckedTemplate(basePath = "publication")
    static class Templates {
        static native TemplateInstance draft(TaskHead task, Prepared prepared, PublishedList preview,
                List<Finding> findings, List<Change> changes, boolean despite, FormErrors errors);

        static native TemplateInstance release(TaskHead task, Prepared prepared, PublishedList preview,
                List<Finding> findings, List<Change> changes, boolean open, boolean own, Posted form, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    @Path("/{id}")
    public Response show(@PathParam("id") String id) {
        TaskHead task = head(id);
        if (!task.open()) {
            return url.goTo("/staff/lists/" + task.subjectId());
        }
        return drafts(task) ? draft(200, task, prepare.of(task.subjectId()), false, FormErrors.none())
                : release(200, task, Posted.none(), FormErrors.none());
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response act(@PathParam("id") String id, @RestForm String outcome, @RestForm String title, @RestForm String text,
            @RestForm boolean despite, @RestForm String reason, @RestForm String correction,
            @RestForm("rowProject") List<String> projects, @RestForm("rowTitle") List<String> titles,
            @RestForm("rowTarget") List<String> targets, @RestForm("rowDue") List<String> dues) {
        TaskHead task = head(id);
        return drafts(task)
                ? submit(task, new Typed(outcome, title, text, correction, new Rows(projects, titles, targets, dues), despite))
                : judge(task, outcome, reason);
    }

    /** The same with a file. */
    @POST
    @Path("/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response actWithFile(@PathParam("id") String id, @RestForm String outcome, @RestForm String title,
            @RestForm String text, @RestForm boolean despite, @RestForm("file") FileUpload file, @RestForm String correction,
            @RestForm("rowProject") List<String> projects, @RestForm("rowTitle") List<String> titles,
            @RestForm("rowTarget") List<String> targets, @RestForm("rowDue") List<String> dues) {
        TaskHead task = head(id);
        Typed typed = new Typed(outcome, title, text, correction, new Rows(projects, titles, targets, dues), despite);
        if (typed.goesOn() && file != null && file.fileName() != null && !file.fileName().isEmpty()) {
            try (InputStream content = Files.newInputStream(file.uploadedFile())) {
                editAnnexes.add(task.subjectId(), file.fileName(), content, actor.get());
            } catch (Refusal refusal) {
                return draft(refusal.status(), task, typed(task, typed), despite, FormErrors.of(refusal));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if ("UPLOAD".equals(outcome)) {
            return draft(400, task, typed(task, typed), despite,
                    FormErrors.of(Refusal.invalid("file", "请选择要上传的附件。")));
        }
        return submit(task, typed);
    }

    /** A finding is none; the reason is kept. */
    @POST
    @Path("/{id}/findings/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("CHIEF")
    public Response clear(@PathParam("id") String id, @PathParam("key") String key, @RestForm String reason) {
        TaskHead task = head(id);
        try {
            clearFinding.clear(task.subjectId(), key, reason, actor.get());
            return url.goTo("/staff/tasks/publication/" + id + "#findings");
        } catch (Refusal refusal) {
            return release(refusal.status(), task, Posted.none().with("reason-" + key, reason == null ? "" : reason),
                    FormErrors.of(refusal, key, Set.of("reason")));
        }
    }

    /** @throws Refusal 404 also for a redaction, which has a page of its own */
    private TaskHead head(String id) {
        TaskHead task = showTask.head(id, "PUBLICATION", actor.get());
        if ("REDACT".equals(task.step())) {
            throw Refusal.notFound("没有这项任务，或者您无权查看。");
        }
        return task;
    }

    private Response submit(TaskHead task, Typed typed) {
        try {
            if (typed.outcome() != null && typed.outcome().startsWith("REMOVE-")) {
                editAnnexes.remove(task.subjectId(), typed.outcome().substring("REMOVE-".length()), actor.get());
            } else if ("CANCEL".equals(typed.outcome())) {
                completeWorkItem.completeForm(task.id(), new PublicationDraft("CANCEL", null, null), actor.get());
                return url.goTo("/staff/lists/" + task.subjectId());
            } else if ("SUBMIT".equals(typed.outcome())) {
                return submit(task, typed, typed(task, typed));
            }
            return draft(200, task, typed(task, typed), typed.despite(), FormErrors.none());
        } catch (Refusal refusal) {
            if (!task.mine()) {
                throw refusal;
            }
            return draft(refusal.status(), task, typed(task, typed), typed.despite(), FormErrors.of(refusal));
        }
    }

    private Response submit(TaskHead task, Typed typed, Prepared prepared) {
        List<Violation> open = prepare.findings(task.subjectId(), prepared).stream().filter(Finding::blocks)
                .map(each -> new Violation(each.field(), each.message())).toList();
        if (!open.isEmpty() && !typed.despite()) {
            return draft(400, task, prepared, false, FormErrors.of(open));
        }
        completeWorkItem.completeForm(task.id(), typed.draft(), actor.get());
        return url.goTo("/staff?done=" + task.id());
    }

    /** The first draft, or a correction. */
    private static boolean drafts(TaskHead task) {
        return !"RELEASE".equals(task.step());
    }

    private Prepared typed(TaskHead task, Typed typed) {
        return prepare.of(task.subjectId()).with(typed.draft());
    }

    private Response judge(TaskHead task, String outcome, String reason) {
        try {
            completeWorkItem.completeForm(task.id(), new Judgement(outcome, reason), actor.get());
            return url.goTo("RELEASE".equals(outcome) ? "/staff/lists/" + task.subjectId() : "/staff?done=" + task.id());
        } catch (Refusal refusal) {
            if (!task.mine()) {
                throw refusal;
            }
            return release(refusal.status(), task, Posted.none().with("reason", reason == null ? "" : reason),
                    FormErrors.of(refusal));
        }
    }

    private Response draft(int status, TaskHead task, Prepared prepared, boolean despite, FormErrors errors) {
        return Html.page(status, Templates.draft(task, prepared, prepare.preview(task.subjectId(), prepared),
                prepare.findings(task.subjectId(), prepared), prepare.changes(task.subjectId(), prepared), despite, errors));
    }

    private Response release(int status, TaskHead task, Posted form, FormErrors errors) {
        Prepared prepared = prepare.of(task.subjectId());
        List<Finding> findings = prepare.findings(task.subjectId(), prepared);
        return Html.page(status, Templates.release(task, prepared, prepare.preview(task.subjectId(), prepared),
                findings, prepare.changes(task.subjectId(), prepared), findings.stream().anyMatch(Finding::blocks),
                actor.get().username().equals(prepared.draftedBy()), form, errors));
    }
}
