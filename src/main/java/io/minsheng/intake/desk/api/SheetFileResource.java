package io.minsheng.intake.desk.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.intake.desk.sheet.SheetRow;
import io.minsheng.intake.desk.sheet.SheetTemplate;
import io.minsheng.intake.desk.sheet.ViewSheets;
import io.minsheng.platform.file.AttachmentKind;
import io.minsheng.platform.text.Csv;
import io.minsheng.platform.web.ContentDisposition;
import io.minsheng.platform.web.Page;

/**
 * Files that go with spreadsheets: the empty one of a campaign, what is wrong with one, the numbers and codes of what it
 * has become.
 */
@Path("/api/v1/desk/sheets")
@RolesAllowed({ "REGISTRAR", "TRIAGE" })
@Tag(name = "窗口")
public class SheetFileResource {

    private static final String CSV = "text/csv";
    private static final int AT_ONCE = 200;
    private static final List<String> PROBLEMS_HEADER = List.of("行号", "列", "栏目", "问题");
    private static final List<String> HEADER = List.of("行号", "受理编号", "查询码", "事项名称");

    private final SheetTemplate template;
    private final ViewSheets sheets;
    private final CurrentActor currentActor;

    SheetFileResource(SheetTemplate template, ViewSheets sheets, CurrentActor currentActor) {
        this.template = template;
        this.sheets = sheets;
        this.currentActor = currentActor;
    }

    @GET
    @Path("/template.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(summary = "某个征集活动的空白表格，xlsx")
    public Response xlsx(@QueryParam("campaign") String campaign) {
        return file(template.xlsx(campaign), AttachmentKind.XLSX.mediaType(), "征集表模板.xlsx");
    }

    @GET
    @Path("/template.csv")
    @Produces(CSV)
    @Operation(summary = "某个征集活动的空白表格，csv（UTF-8，带 BOM）")
    public Response csv(@QueryParam("campaign") String campaign) {
        return file(template.csv(campaign), CSV + "; charset=UTF-8", "征集表模板.csv");
    }

    @GET
    @Path("/{id}/receipts.csv")
    @Produces(CSV)
    @Operation(summary = "由一份表格登记的受理编号和查询码，csv（UTF-8，带 BOM）；保留七天")
    public Response receipts(@PathParam("id") String id) {
        StringBuilder csv = new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.line(HEADER));
        Page<ViewSheets.Code> page;
        int next = 0;
        do {
            page = sheets.codes(id, next++, AT_ONCE, currentActor.get());
            page.items().forEach(each -> csv.append(
                    Csv.line(List.of(String.valueOf(each.line()), each.caseNumber(), each.queryCode(), each.title()))));
        } while (page.hasNext());
        return file(csv.toString().getBytes(StandardCharsets.UTF_8), CSV + "; charset=UTF-8", "受理编号和查询码.csv");
    }

    @GET
    @Path("/{id}/problems.csv")
    @Produces(CSV)
    @Operation(summary = "一份表格中有误的行，csv（UTF-8，带 BOM）")
    public Response problems(@PathParam("id") String id) {
        StringBuilder csv = new StringBuilder(Csv.BYTE_ORDER_MARK).append(Csv.line(PROBLEMS_HEADER));
        for (SheetRow row : sheets.bad(id, currentActor.get())) {
            row.problems().forEach(each -> csv.append(
                    Csv.line(List.of(String.valueOf(row.line()), each.column(), each.label(), each.message()))));
        }
        return file(csv.toString().getBytes(StandardCharsets.UTF_8), CSV + "; charset=UTF-8", "有误的行.csv");
    }

    private static Response file(byte[] content, String type, String name) {
        return Response.ok(content).type(type).header("Content-Disposition", ContentDisposition.of(false, name)).build();
    }
}
