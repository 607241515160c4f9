package io.minsheng.search.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Html;
import io.minsheng.platform.web.Posted;
import io.minsheng.search.CaseFilter;
import io.minsheng.search.ExportCases;
import io.minsheng.search.ListCases;

/** Downloads the list of cases. */
@Path("/staff/cases/export")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class ExportPages {

    private final ExportCases exportCases;
    private final BuildCaseList build;
    private final CurrentActor actor;

    ExportPages(ExportCases exportCases, BuildCaseList build, CurrentActor actor) {
        this.exportCases = exportCases;
        this.build = build;
        this.actor = actor;
    }

    /** By post, as it is a logged act. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response export(MultivaluedMap<String, String> fields) {
        Posted form = Posted.of(fields);
        CaseList list = CaseList.of(fields);
        ExportCases.Export export;
        try {
            CaseFilter filter = list.filter();
            export = exportCases.prepare(filter, ListCases.paging(filter, 0, 1, list.sort()),
                    new ExportCases.Wish(form.at("format"), form.at("contacts") != null, form.at("purpose")), actor.get());
        } catch (Refusal refusal) {
            return again(refusal, list, form);
        }
        StreamingOutput body = export::writeTo;
        return Response.ok(body).type(export.mediaType())
                .header("Content-Disposition", ContentDisposition.of(false, export.fileName())).build();
    }

    /** The list as it was filtered, with the form as it was filled in. */
    private Response again(Refusal refusal, CaseList list, Posted form) {
        if (refusal.status() != 400 && refusal.status() != 409) {
            throw refusal;
        }
        return Html.page(refusal.status(), build.page(list, null, false, form, FormErrors.of(refusal)));
    }
}
