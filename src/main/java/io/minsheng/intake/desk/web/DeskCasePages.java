package io.minsheng.intake.desk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.minsheng.identity.CurrentActor;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.desk.DeskCases;
import io.minsheng.platform.actor.Actor;
import io.minsheng.platform.actor.Role;
import io.minsheng.platform.web.Page;
import io.minsheng.proposal.Proposal;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The cases that were entered at the own desk; for the office at all desks. */
@Path("/staff/desk/cases")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class DeskCasePages {

    private final DeskCases cases;
    private final Organisations organisations;
    private final CurrentActor currentActor;

    DeskCasePages(DeskCases cases, Organisations organisations, CurrentActor currentActor) {
        this.cases = cases;
        this.organisations = organisations;
        this.currentActor = currentActor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance cases(Page<Row> page, String title);

        private Templates() {
        }
    }

    /** A case and the name of its desk. */
    @TemplateData
    record Row(Proposal proposal, String desk) {
    }

    @GET
    public TemplateInstance list(@QueryParam("page") Integer page) {
        Actor actor = currentActor.get();
        return Templates.cases(cases.of(actor, page).map(each -> new Row(each, organisations.shortName(each.desk()))),
                actor.has(Role.TRIAGE) ? "各窗口登记的建议" : "本窗口登记的建议");
    }
}
