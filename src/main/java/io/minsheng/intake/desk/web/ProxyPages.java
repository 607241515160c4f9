package io.minsheng.intake.desk.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.DeskEntry;
import io.minsheng.intake.desk.ViewArrivals;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.web.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who handed a suggestion in for somebody, in the clear. */
@Path("/staff/desk/cases/{caseNumber}/proxy")
@RolesAllowed({ "REGISTRAR", "TRIAGE", "CHIEF", "DEPARTMENT" })
public class ProxyPages {

    private final ViewArrivals arrivals;
    private final CurrentActor currentActor;

    ProxyPages(ViewArrivals arrivals, CurrentActor currentActor) {
        this.arrivals = arrivals;
        this.currentActor = currentActor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance proxy(String caseNumber, DeskEntry.Proxy proxy, FormErrors errors);

        private Templates() {
        }
    }

    /** By a form that says what for, so that no link can do it. */
    @POST
    public TemplateInstance reveal(@PathParam("caseNumber") String caseNumber, @FormParam("purpose") String purpose) {
        try {
            return Templates.proxy(caseNumber, arrivals.revealProxy(caseNumber, purpose, currentActor.get()),
                    FormErrors.none());
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return Templates.proxy(caseNumber, null, FormErrors.of(refusal));
        }
    }
}
