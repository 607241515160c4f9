package io.minsheng.identity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

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

import io.minsheng.identity.CurrentActor;
import io.minsheng.identity.NameStandIn;
import io.minsheng.identity.NewStandIn;
import io.minsheng.identity.ViewStandIns;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who does my work while I am away; an administrator arranges it for everybody. */
@Path("/staff/stand-ins")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER", "ADMIN" })
public class StandInPages {

    private final NameStandIn nameStandIn;
    private final ViewStandIns view;
    private final CurrentActor actor;
    private final PublicUrl url;

    StandInPages(NameStandIn nameStandIn, ViewStandIns view, CurrentActor actor, PublicUrl url) {
        this.nameStandIn = nameStandIn;
        this.view = view;
        this.actor = actor;
        this.url = url;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance standIns(List<ViewStandIns.View> rows, List<ViewStandIns.Candidate> candidates,
                Posted form, FormErrors errors, String notice);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance list(@QueryParam("done") String done) {
        return page(Posted.none(), FormErrors.none(), done == null ? null : switch (done) {
            case "named" -> "代理已安排，并记入审计日志。代理人在这几天可以看到并办理您的任务。";
            case "ended" -> "代理已结束，立即生效。";
            default -> null;
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response name(MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        try {
            nameStandIn.name(new NewStandIn(form.at("absent"), form.at("standIn"), day(form, "from"), day(form, "to")),
                    actor.get());
        } catch (Refusal refusal) {
            return again(refusal, form);
        }
        return to("named");
    }

    @POST
    @Path("/{id}/end")
    public Response end(@PathParam("id") String id) {
        try {
            nameStandIn.end(id, actor.get());
        } catch (Refusal refusal) {
            return again(refusal, Posted.none());
        }
        return to("ended");
    }

    private static LocalDate day(Posted form, String field) {
        try {
            return form.at(field) == null ? null : LocalDate.parse(form.at(field).strip());
        } catch (DateTimeException noDay) {
            throw Refusal.invalid(field, "请按 2024-10-21 的样子填写日期。");
        }
    }

    private Response again(Refusal refusal, Posted form) {
        if (refusal.status() != 400 && refusal.status() != 409) {
            throw refusal;
        }
        return Response.status(refusal.status()).type("text/html;charset=UTF-8")
                .entity(page(form, FormErrors.of(refusal), null)).build();
    }

    private TemplateInstance page(Posted form, FormErrors errors, String notice) {
        return Templates.standIns(view.of(actor.get()), view.candidates(actor.get()), form, errors, notice);
    }

    private Response to(String done) {
        return url.goTo("/staff/stand-ins?done=" + done);
    }
}
