package io.minsheng.intake.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.minsheng.identity.Accounts;
import io.minsheng.identity.CurrentActor;
import io.minsheng.identity.Organisations;
import io.minsheng.intake.desk.ViewArrivals;
import io.minsheng.platform.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;

/** The register of letters, visits and calls. */
@Path("/staff/desk/register")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
public class ArrivalPages {

    private final ViewArrivals arrivals;
    private final Organisations organisations;
    private final Accounts accounts;
    private final CurrentActor currentActor;

    ArrivalPages(ViewArrivals arrivals, Organisations organisations, Accounts accounts,
            CurrentActor currentActor) {
        this.arrivals = arrivals;
        this.organisations = organisations;
        this.accounts = accounts;
        this.currentActor = currentActor;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance arrivals(Page<Row> page, String envelope, String address);

        private Templates() {
        }
    }

    /** A line of the register with the names of its desk and of who entered it. */
    @TemplateData
    record Row(ViewArrivals.Entry entry, String desk, String clerk) {
    }

    @GET
    public TemplateInstance list(@QueryParam("envelope") String envelope, @QueryParam("page") Integer page) {
        String wanted = envelope == null ? "" : envelope;
        Page<ViewArrivals.Entry> found = arrivals.list(envelope, page, null, currentActor.get());
        Map<String, String> names = accounts.namesOf(found.items().stream().map(each -> each.arrival().enteredBy()).toList());
        return Templates.arrivals(
                found.map(each -> new Row(each, organisations.shortName(each.arrival().desk()),
                        names.get(each.arrival().enteredBy()))),
                wanted, "/staff/desk/register?envelope=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) + "&");
    }
}
