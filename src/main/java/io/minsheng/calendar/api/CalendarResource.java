package io.minsheng.calendar.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.calendar.ImportYear;
import io.minsheng.calendar.ImportableYears;
import io.minsheng.calendar.MissingYears;
import io.minsheng.calendar.WorkingDays;

/** The years of the working calendar, and the import of one. */
@Path("/api/v1/calendar")
@RolesAllowed("ADMIN")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "管理")
public class CalendarResource {

    private final WorkingDays workingDays;
    private final MissingYears missingYears;
    private final ImportableYears importable;
    private final ImportYear importYear;

    CalendarResource(WorkingDays workingDays, MissingYears missingYears, ImportableYears importable,
            ImportYear importYear) {
        this.workingDays = workingDays;
        this.missingYears = missingYears;
        this.importable = importable;
        this.importYear = importYear;
    }

    /** Years with data, and those whose data should be there by now. */
    public record CalendarAnswer(List<Integer> years, List<Integer> missing) {
    }

    /** How many exceptions the imported year has. */
    public record ImportedAnswer(int year, int days) {
    }

    @GET
    @Operation(summary = "工作日历：有数据的年份和缺少的年份")
    public CalendarAnswer years() {
        return new CalendarAnswer(List.copyOf(workingDays.calendar().knownYears()), missingYears.now());
    }

    @PUT
    @Path("/{year}")
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(summary = "导入一年的放假和调休", description = "每行：日期、OFF 或 WORK、节日名称，用制表符分隔。替换这一年原有的数据；暂定的期限会重新计算。")
    public ImportedAnswer importYear(@PathParam("year") int year, String lines, @Context SecurityContext security) {
        importable.check(year);
        return new ImportedAnswer(year,
                importYear.importYear(year, lines == null ? "" : lines, security.getUserPrincipal().getName()));
    }
}
