package io.minsheng.calendar.web;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.minsheng.calendar.ImportYear;
import io.minsheng.calendar.ImportableYears;
import io.minsheng.calendar.MissingYears;
import io.minsheng.calendar.WorkdayException;
import io.minsheng.calendar.WorkdayExceptions;
import io.minsheng.calendar.WorkingDays;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.time.Shanghai;
import io.minsheng.platform.web.FormErrors;
import io.minsheng.platform.web.Posted;
import io.minsheng.platform.web.PublicUrl;
import io.quarkus.panache.common.Sort;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The years of the working calendar, and the import of a new one from the notice of the State Council. */
@Path("/staff/calendar")
@RolesAllowed("ADMIN")
public class CalendarPages {

    private static final int LAST = 9999;

    private final WorkdayExceptions exceptions;
    private final WorkingDays workingDays;
    private final MissingYears missingYears;
    private final ImportableYears importable;
    private final ImportYear importYear;
    private final PublicUrl url;
    private final InstantSource clock;

    CalendarPages(WorkdayExceptions exceptions, WorkingDays workingDays, MissingYears missingYears,
            ImportableYears importable, ImportYear importYear, PublicUrl url, InstantSource clock) {
        this.exceptions = exceptions;
        this.workingDays = workingDays;
        this.missingYears = missingYears;
        this.importable = importable;
        this.importYear = importYear;
        this.url = url;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param year the year whose exceptions are listed
     * @param years all years with data
     * @param missing years whose data should be there by now
     * @param typed the year and the lines that were typed, kept after an error
     */
    public record View(int year, List<Integer> years, List<Integer> missing, List<WorkdayException> days, Posted typed,
            boolean imported) {

        /** The year to import: as typed, else the one that one would import next. */
        public String wanted() {
            int next = missing.isEmpty() ? years.get(years.size() - 1) + 1 : missing.get(0);
            return typed.sent("year") ? typed.at("year") : String.valueOf(next);
        }
    }

    @CheckedTemplate(basePath = "calendar")
    static class Templates {
        static native TemplateInstance years(View view, FormErrors errors);

        private Templates() {
        }
    }

    @GET
    public TemplateInstance show(@QueryParam("year") Integer year, @QueryParam("imported") boolean imported) {
        return Templates.years(view(shown(year), Posted.none(), imported), FormErrors.none());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> importYear(MultivaluedMap<String, String> fields, @Context SecurityContext security) {
        Posted form = Posted.of(fields);
        try {
            Integer typed = form.number("year");
            int wanted = typed == null ? 0 : typed;
            importable.check(wanted);
            importYear.importYear(wanted, Objects.requireNonNullElse(form.at("lines"), ""),
                    security.getUserPrincipal().getName());
            return RestResponse.seeOther(URI.create(url.to("/staff/calendar?imported=true&year=" + wanted)));
        } catch (Refusal refusal) {
            return RestResponse.status(Status.BAD_REQUEST,
                    Templates.years(view(shown(form.numberOrNull("year")), form, false), FormErrors.of(refusal)));
        }
    }

    /** This year instead of one that no calendar has. */
    private int shown(Integer year) {
        return year == null || year < 1 || year > LAST ? Shanghai.date(clock.instant()).getYear() : year;
    }

    private View view(int year, Posted typed, boolean imported) {
        List<WorkdayException> days = exceptions.list("day >= ?1 and day <= ?2", Sort.by("day"), LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31));
        return new View(year, List.copyOf(workingDays.calendar().knownYears()), missingYears.now(), days, typed, imported);
    }
}
