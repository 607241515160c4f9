package io.minsheng.search.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.LastList;
import io.minsheng.platform.web.Posted;
import io.quarkus.qute.TemplateInstance;

/** The list of cases. */
@Path("/staff/cases")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER" })
public class CasePages {

    private final BuildCaseList build;
    private final LastList lastList;

    CasePages(BuildCaseList build, LastList lastList) {
        this.build = build;
        this.lastList = lastList;
    }

    /** What can be chosen is counted only when somebody opens it: all cases found are gone through for that. */
    @GET
    public TemplateInstance list(@Context UriInfo uri, @QueryParam("page") Integer page,
            @QueryParam("counted") boolean counted) {
        CaseList list = CaseList.of(uri.getQueryParameters());
        TemplateInstance shown = build.page(list, page, counted, Posted.none(), FormErrors.none());
        lastList.remember(list.href());
        return shown;
    }
}
