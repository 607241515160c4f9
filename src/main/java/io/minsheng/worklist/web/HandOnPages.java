package io.minsheng.worklist.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.minsheng.workflow.HandOnWorkItem;
import io.minsheng.worklist.Colleagues;
import io.minsheng.worklist.OpenTask;
import io.minsheng.worklist.Task;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Gives the task back, or to a colleague if one is chosen; people say why, as somebody must take it up after them. */
@Path("/staff/tasks/{id}/release")
@RolesAllowed({ "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class HandOnPages {

    /** The fields have names of their own on the pages of tasks, which have other reasons as well. */
    private static final String FIELDS = "hand-on-";

    private final OpenTask openTask;
    private final HandOnWorkItem handOn;
    private final Colleagues colleagues;
    private final CurrentActor actor;
    private final PublicUrl url;

    HandOnPages(OpenTask openTask, HandOnWorkItem handOn, Colleagues colleagues, CurrentActor actor, PublicUrl url) {
        this.openTask = openTask;
        this.handOn = handOn;
        this.colleagues = colleagues;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "worklist")
    static class Templates {
        static native TemplateInstance handOn(Task task, Posted form, FormErrors errors);

        private Templates() {
        }
    }

    /** What does not pass is shown again, with what was typed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response handOn(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        try {
            return url.goTo("/staff?done=" + handOn(id, form));
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            FormErrors errors = FormErrors.of(refusal.violations().stream()
                    .map(each -> new Violation(FIELDS + each.field(), each.message())).toList());
            return Html.page(400, Templates.handOn(openTask.open(id, actor.get()), form, errors));
        }
    }

    private String handOn(String id, Posted form) {
        String reason = form.at("reason");
        if (reason == null) {
            throw Refusal.invalid("reason", "请填写退回或转交的原因。");
        }
        if (form.at("to") == null) {
            handOn.release(id, reason, actor.get());
            return "released-1-0";
        }
        handOn.assign(id, colleagues.named(form.at("to")), reason, actor.get());
        return "assigned-1-0";
    }
}
